import { CsvError, parse } from 'csv-parse/sync';
import {
  countLines,
  endOfLine,
  skipBlank,
  START,
  type FileRecord,
  type Place,
  type Portion,
} from './record.ts';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A record with more bytes has a quote that was never closed. */
const MAX_RECORD = 65_536;
const GUESS_RECORDS = 20;

const QUOTES = {
  code: 'quotes',
  en: 'a quote is opened and never closed',
  es: 'hay una comilla que se abre y no se cierra',
};

const TOO_LONG = {
  code: 'too_long',
  en: `has more than ${MAX_RECORD} bytes`,
  es: `tiene más de ${MAX_RECORD} bytes`,
};

interface Parsed {
  readonly record: string[];
  readonly info: { readonly bytes: number };
}

function tryParse(text: Buffer, delimiter: Delimiter, most: number): Parsed[] {
  return parse(text, {
    to: most,
    info: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // `Comercial "El Sol";…` is what people write.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  }) as unknown as Parsed[];
}

/** Everything up to the first record that can't be read, and whether there is one. */
function parseSome(text: Buffer, delimiter: Delimiter, most: number): { parsed: Parsed[]; broken: boolean } {
  try {
    return { parsed: tryParse(text, delimiter, most), broken: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const good = Number((error as { records?: unknown }).records ?? 0);
    return { parsed: good > 0 ? tryParse(text, delimiter, good) : [], broken: true };
  }
}

const trimEnd = (raw: string): string => raw.replace(/[\r\n]+$/, '');

/**
 * The next records of a text. A quote that is never closed would swallow the rest of the file: that line is told as broken,
 * and reading goes on with the next one.
 */
export function readCsv(text: Buffer, from: Place, delimiter: Delimiter, most: number): Portion {
  const records: FileRecord[] = [];
  let { at, line } = from;
  const advance = (to: number): void => {
    line += countLines(text, at, to);
    at = to;
  };
  while (records.length < most) {
    advance(skipBlank(text, at));
    if (at >= text.length) break;
    const base = at;
    const { parsed, broken } = parseSome(text.subarray(base), delimiter, most - records.length);
    for (const { record, info } of parsed) {
      advance(skipBlank(text, at));
      const raw = trimEnd(text.toString('utf8', at, base + info.bytes));
      if (record.some((cell) => cell.trim() !== '')) records.push({ line, raw, cells: record });
      advance(base + info.bytes);
    }
    if (!broken) {
      // Fewer than asked for: only blank rows were left.
      if (parsed.length === 0) advance(text.length);
      continue;
    }
    advance(skipBlank(text, at));
    const end = endOfLine(text, at);
    const raw = trimEnd(text.toString('utf8', at, Math.min(end, at + MAX_RECORD)));
    records.push({ line, raw, cells: [], broken: end - at > MAX_RECORD ? TOO_LONG : QUOTES });
    advance(end);
  }
  return { records, next: { at, line } };
}

/** The one that cuts the first records into the most columns, as evenly as possible. */
export function guessDelimiter(text: Buffer): Delimiter {
  const score = (delimiter: Delimiter): number => {
    const { records } = readCsv(text, START, delimiter, GUESS_RECORDS);
    const counts = records.map(({ cells }) => cells.length);
    const [first = 0] = counts;
    const even = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return first < 2 ? 0 : first * even ** 2;
  };
  return DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).reduce((best, one) =>
    one.score > best.score ? one : best,
  ).delimiter;
}
