import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { START, type FileRecord, type Place } from './record.ts';
import { readVcards, VCARD_COLUMNS } from './vcard.ts';

/** Of processor time. */
const MAX_MS = 2_000;

function readAll(text: string | Buffer, most = 500): FileRecord[] {
  const bytes = Buffer.from(text as string);
  const all: FileRecord[] = [];
  for (let place: Place = START; place.at < bytes.length;) {
    const { records, next } = readVcards(bytes, place, most);
    assert.ok(next.at > place.at, 'it comes further with each portion');
    all.push(...records);
    place = next;
  }
  return all;
}

type Column = (typeof VCARD_COLUMNS)[number];
const cell = (record: FileRecord | undefined, column: Column): string | undefined =>
  record?.cells[VCARD_COLUMNS.indexOf(column)];
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
/** Of at most 75 bytes in what RFC 6350 says; here anywhere between two characters. */
const folded = (line: string, every: number, mark: string): string =>
  (line.match(new RegExp(`[^]{1,${every}}`, 'gu')) ?? []).join(mark);
/** As phones write vCard 2.1: every byte that isn't plain, and a soft line's end here and there. */
function quotedPrintable(text: string, charset: BufferEncoding, every: number): string {
  const units = Array.from(Buffer.from(text, charset), (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x3d
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines: string[] = [];
  for (let i = 0; i < units.length; i += every) lines.push(units.slice(i, i + every).join(''));
  return lines.join('=\r\n');
}

const pieces = fc.constantFrom('a', 'Ñ', '🌵', ' ', ';', ',', '\\', ':', '=', '"', '\n', 'é', 'END', '=3D');
const text = fc
  .array(pieces, { minLength: 1, maxLength: 30 })
  .map((all) => all.join('').trim())
  .filter((one) => one !== '');

describe('vCard', () => {
  it('comes back as it was written, folded in any place', () => {
    const folds = fc.constantFrom('\r\n ', '\n ', '\r\n\t');
    fc.assert(
      fc.property(text, text, folds, fc.integer({ min: 1, max: 20 }), (family, given, fold, every) => {
        const name = folded(`N:${escaped(family)};${escaped(given)};;;`, every, fold);
        const note = folded(`item1.NOTE;X-A="b:c;d":${escaped(family)}`, every, fold);
        const [record, ...more] = readAll(card('VERSION:4.0', name, note));
        assert.deepEqual(more, []);
        assert.equal(cell(record, 'N'), `${given} ${family}`);
        assert.equal(cell(record, 'NOTE'), family);
      }),
    );
  });

  it('comes back from quoted-printable, in UTF-8 and in what old phones write', () => {
    for (const charset of ['UTF-8', 'ISO-8859-1'] as const) {
      const plain = text.map((one) => (charset === 'UTF-8' ? one : one.replaceAll('🌵', 'ü')));
      fc.assert(
        fc.property(plain, fc.integer({ min: 4, max: 20 }), (name, every) => {
          // Backslashes mean something.
          const wanted = name.replaceAll('\\', '/');
          const value = quotedPrintable(wanted, charset === 'UTF-8' ? 'utf8' : 'latin1', every);
          const [record] = readAll(
            card('VERSION:2.1', `FN;CHARSET=${charset};ENCODING=QUOTED-PRINTABLE:${value}`, 'TEL;CELL:1'),
          );
          assert.equal(cell(record, 'FN'), wanted);
          assert.equal(cell(record, 'TEL'), '1');
        }),
      );
    }
  });

  it('is read in the versions that programs write', () => {
    const cards = [
      // Android, 2.1
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:P=C3=A9rez;Ana;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ana P=C3=A9=',
        'rez',
        'TEL;CELL;PREF:+56 9 1234 5678',
        'TEL;HOME:2 2345 6789',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
        ' AAAQABAAD=',
        '',
      ),
      // iPhone, 3.0
      card(
        'VERSION:3.0',
        'N:Soto;Luis;;;',
        'FN:Luis Soto',
        'ORG:Soto\\, Hijos y Cía.;Ventas',
        'item1.EMAIL;type=INTERNET;type=pref:luis@example.com',
        'BDAY:19800229',
        'CATEGORIES:cliente,vip',
        'X-RUT:22.222.222-2',
      ),
      // 4.0
      card(
        'VERSION:4.0',
        'FN;PREF=2:Eva',
        'FN;PREF=1:Eva Ríos',
        'TEL;VALUE=uri;PREF=1:tel:+56-9-8765-4321;ext=5',
        'EMAIL:mailto:eva@example.com',
      ),
      // A company of 2.1 has neither FN nor N.
      card('ORG:Panadería Sur', 'URL:https://example.com'),
    ];
    const [ana, luis, eva, company] = readAll(cards.join(''), 2);
    const shown = (one: FileRecord | undefined, ...columns: Column[]) =>
      columns.map((column) => cell(one, column));
    assert.deepEqual(shown(ana, 'FN', 'N', 'TEL'), ['Ana Pérez', 'Ana Pérez', '+56 9 1234 5678']);
    assert.deepEqual(shown(luis, 'FN', 'ORG', 'EMAIL', 'BDAY', 'CATEGORIES', 'RUT'), [
      'Luis Soto',
      'Soto, Hijos y Cía.',
      'luis@example.com',
      '1980-02-29',
      'cliente,vip',
      '22.222.222-2',
    ]);
    assert.deepEqual(shown(eva, 'FN', 'TEL', 'EMAIL'), ['Eva Ríos', '+56-9-8765-4321', 'eva@example.com']);
    assert.equal(cell(company, 'FN'), 'Panadería Sur');
    assert.deepEqual(
      [ana, luis, eva, company].map((one) => one?.line),
      [1, 12, 22, 29],
    );
  });

  it('keeps a backslash before the end of a part apart from an escaped one', () => {
    const [record] = readAll(card(String.raw`N:Pérez\\;Ana\;María;;;`));
    assert.equal(cell(record, 'N'), String.raw`Ana;María Pérez\ `.trim());
  });

  it('reads whatever bytes come, and loses no line', () => {
    const lines = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'begin:vcard ',
      'FN:Ana',
      ' folded',
      'N;ENCODING=QUOTED-PRINTABLE:=',
      'TEL;CHARSET=nothing;ENCODING=QUOTED-PRINTABLE:=FF=',
      'x',
      '\0',
      ':',
      ';:;',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 5 }),
        (all, end, most) => {
          const records = readAll(all.join(end), most);
          for (const { line, raw, cells, broken } of records) {
            assert.equal(cells.length, broken ? 0 : VCARD_COLUMNS.length);
            assert.ok(
              all
                .slice(line - 1)
                .join(end)
                .startsWith(raw),
            );
          }
          const said = records.reduce(
            (sum, { raw }) => sum + raw.split(end).filter((one) => one.trim()).length,
            0,
          );
          assert.equal(said, all.filter((one) => one.trim()).length);
        },
      ),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readAll(Buffer.from(bytes))));
  });

  it('reads a megabyte of anything in no time', () => {
    const fill = (pattern: string): string =>
      pattern.repeat((pattern.length === 1 ? 1_000_000 : 400_000) / pattern.length);
    const inside = (...parts: string[]): string => card(parts.join(''));
    const quoted = 'FN;ENCODING=QUOTED-PRINTABLE:';
    for (const [what, file] of Object.entries({
      'cards without an end': fill('BEGIN:VCARD\n'),
      'lines outside': fill('x\n'),
      'one line': inside('FN:', fill('a')),
      folds: inside('FN:', fill('\n a')),
      'quoted-printable': inside(quoted, fill('=C3=B1')),
      'soft line ends': inside(quoted, fill('=\na')),
      'a long line before soft ends': inside(`${fill('a')};QUOTED-PRINTABLE`, fill('=\na')),
      parameters: inside('FN', fill(';a="')),
      quotes: inside('FN;', fill('"a"')),
      escapes: inside('N:', fill(';\\')),
      backslashes: inside('FN:', fill('\\')),
      'empty lines': inside(fill('\n\n'), 'x'),
      properties: inside(fill('TEL:1\n')),
      'no card': fill('\n'),
    })) {
      const began = process.cpuUsage();
      readAll(file);
      const took = process.cpuUsage(began).user / 1_000;
      assert.ok(took < MAX_MS, `${what}: ${took} ms`);
    }
  });
});
