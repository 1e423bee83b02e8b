import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeFile, detectEncoding, ENCODINGS, wholeLines, type Encoding } from './encoding.ts';

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const encoded: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => swapped(Buffer.from(text, 'utf16le')),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
};
const marked: Readonly<Record<Exclude<Encoding, 'windows-1252'>, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
};
const TABLE = 'Razón Social;Correo;Teléfono\r\nAlmacén "El Ñandú";ventas@nandu.cl;9 1234 5678\r\n';

describe('the encoding of a file', () => {
  it('is found, with a mark or without', () => {
    for (const encoding of ENCODINGS) {
      const bytes = encoded[encoding](TABLE);
      assert.equal(detectEncoding(bytes), encoding);
      assert.equal(decodeFile(bytes).toString(), TABLE, encoding);
    }
    for (const [encoding, mark] of Object.entries(marked)) {
      const bytes = Buffer.concat([mark, encoded[encoding as Encoding](TABLE)]);
      assert.equal(detectEncoding(bytes), encoding);
      assert.equal(decodeFile(bytes).toString(), TABLE, encoding);
    }
  });

  it('keeps any text whose mark says what it is', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\ufeff'));
    for (const [encoding, mark] of Object.entries(marked))
      fc.assert(
        fc.property(texts, (text) => {
          const bytes = Buffer.concat([mark, encoded[encoding as Encoding](text)]);
          assert.equal(decodeFile(bytes).toString(), text);
        }),
      );
  });

  it('is read as Excel in Chile writes it: typographic quotes and the euro of Windows-1252', () => {
    const bytes = Buffer.concat([
      Buffer.from('Nombre;Precio\r\nCaf\xe9 ', 'latin1'),
      Buffer.from([0x93, 0x80, 0x94, 0x97, 0x85]),
    ]);
    assert.equal(decodeFile(bytes).toString(), 'Nombre;Precio\r\nCafé “€”—…');
  });

  it('makes well-formed text of any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(undefined, ...ENCODINGS),
        (bytes, encoding) => {
          const text = decodeFile(Buffer.from(bytes), encoding);
          assert.ok(Buffer.from(text.toString()).equals(text));
        },
      ),
    );
  });

  it('cuts the beginning of a file between two lines', () => {
    for (const encoding of ENCODINGS) {
      const bytes = encoded[encoding](TABLE);
      for (let cut = bytes.length; cut > bytes.length / 2; cut -= 1) {
        const head = decodeFile(wholeLines(bytes.subarray(0, cut)), encoding).toString();
        assert.ok(
          TABLE.startsWith(head) && head.endsWith('\n'),
          `${encoding} at ${cut}: ${JSON.stringify(head)}`,
        );
      }
    }
  });
});
