import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { DELIMITERS, guessDelimiter, readCsv, type Delimiter } from './csv.ts';
import { START, type FileRecord, type Place } from './record.ts';

const PORTION = 500;
const MIB = 1_048_576;
/** For what has a hundred thousand lines of a few bytes. */
const PART = MIB / 8;
/** Of processor time. A tenth of a second here; without bounds it is minutes. */
const MAX_MS = 3_000;

/** A whole text, portion by portion as imports read it. */
function readAll(text: string | Buffer, delimiter: Delimiter, most = PORTION): FileRecord[] {
  const bytes = Buffer.from(text as string);
  const all: FileRecord[] = [];
  for (let place: Place = START; place.at < bytes.length;) {
    const { records, next } = readCsv(bytes, place, delimiter, most);
    assert.ok(next.at > place.at, 'it comes further with each portion');
    all.push(...records);
    place = next;
  }
  return all;
}

const delimiters = fc.constantFrom(...DELIMITERS);
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
/** Made of what CSV is about, so that the odd comes often. */
const pieces = fc.constantFrom('"', '""', ';', ',', '\t', '|', '\n', '\r\n', '\r', ' ', 'a', 'ñ', '🌵', '\0');
const odd = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
/** The other reader takes a NUL for the file's end. */
const printable = odd.map((text) => text.replaceAll('\0', 'b'));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('CSV', () => {
  it('comes back as it was written, whatever the cells hold', () => {
    const table = fc.array(fc.array(odd, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        delimiters,
        lineEnds,
        fc.integer({ min: 1, max: 3 }),
        (rows, delimiter, end, most) => {
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end);
          const wanted = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
          const records = readAll(text, delimiter, most);
          assert.deepEqual(
            records.map(({ cells }) => cells),
            wanted,
          );
          assert.ok(records.every(({ raw }) => text.includes(raw)));
        },
      ),
    );
  });

  it('is read as other readers do, quotes in the midst of cells included', () => {
    fc.assert(
      fc.property(printable, delimiters, (text, delimiter) => {
        let all: string[][];
        try {
          all = parse(text, {
            delimiter,
            record_delimiter: ['\r\n', '\n', '\r'],
            relax_column_count: true,
            relax_quotes: true,
            skip_empty_lines: true,
          });
        } catch {
          assert.ok(readAll(text, delimiter).some(({ broken }) => broken?.code === 'quotes'));
          return;
        }
        assert.deepEqual(
          readAll(text, delimiter).map(({ cells }) => cells),
          all.filter((row) => row.some((cell) => cell.trim() !== '')),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells the line that each record begins in', () => {
    fc.assert(
      fc.property(odd, delimiters, fc.integer({ min: 1, max: 4 }), (text, delimiter, most) => {
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, raw } of readAll(text, delimiter, most))
          assert.ok(
            lines
              .slice(line - 1)
              .join('\n')
              .startsWith(raw.replaceAll(/\r\n|\r/g, '\n')),
          );
      }),
    );
  });

  it('reads a megabyte of anything in no time', () => {
    const fill = (text: string): Buffer => Buffer.alloc(text.length === 1 ? MIB : PART, text);
    for (const text of [
      '"',
      ';',
      'a',
      '\n',
      '\r',
      '\0',
      '";',
      '"\n',
      ';\n',
      'a\n',
      '"a\n',
      // Each of these lines opens a quote that nothing closes.
      '"\n""aaaaaaa a";',
      '";"\n" ',
      '"a";a;"\n  ""',
      '"\n\raaaaaaa"\n;\r"\n',
    ]) {
      const began = process.cpuUsage();
      readAll(fill(text), ';');
      readAll(Buffer.concat([Buffer.from('"'), fill(text)]), ';');
      guessDelimiter(fill(text).subarray(0, 65_536));
      const took = process.cpuUsage(began).user / 1_000;
      assert.ok(took < MAX_MS, `${JSON.stringify(text)}: ${took} ms`);
    }
  });

  it('tells a line that is too long, and goes on after it', () => {
    const long = `${'a;'.repeat(40_000)}\nAna;1\n"${'b'.repeat(70_000)}\nEva;2\n`;
    const records = readAll(long, ';');
    assert.deepEqual(
      records.map(({ line, cells, broken }) => [line, broken?.code ?? cells.join()]),
      [
        [1, 'too_long'],
        [2, 'Ana,1'],
        [3, 'too_long'],
        [4, 'Eva,2'],
      ],
    );
  });

  it('guesses the delimiter, whatever the cells hold beside it', () => {
    for (const delimiter of DELIMITERS) {
      const others = DELIMITERS.filter((one) => one !== delimiter);
      const text = ['Nombre', 'Correo', 'Ciudad'].join(delimiter);
      const row = [quoted(others.join('x')), 'ana@example.com', 'Coquimbo'].join(delimiter);
      assert.equal(guessDelimiter(Buffer.from([text, row, row].join('\r\n'))), delimiter);
    }
  });
});
