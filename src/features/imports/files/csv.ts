import {
  countLines,
  CR,
  LF,
  lineEnd,
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
/** How far a quote is looked for beyond its line, at least; and how much farther for each byte that could be read. */
const MIN_PATIENCE = 1_024;
const TRUST = 8;

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

const QUOTE = 0x22;

interface Row {
  readonly cells: readonly string[];
  /** Past its last cell, before the line's end. */
  readonly end: number;
}

/**
 * One record by RFC 4180, and as people write: in `"El Sol" Ltda.;…` quotes that don't stand around the whole cell belong
 * to it. Undefined when it has more bytes than `most`, as one has whose quote is never closed.
 */
function readRow(text: Buffer, at: number, delimiter: number, most: number): Row | undefined {
  const window = text.subarray(at, at + most);
  const isWhole = at + most >= text.length;
  const ends = (i: number): boolean =>
    i === window.length ? isWhole : window[i] === delimiter || window[i] === LF || window[i] === CR;
  // Only where they are: of a record without an end nothing is kept.
  const places: (readonly [begin: number, close: number, end: number])[] = [];
  for (let begin = 0; ; begin += 1) {
    let close = begin;
    if (window[begin] === QUOTE) {
      close += 1;
      while (close < window.length && (window[close] !== QUOTE || window[close + 1] === QUOTE))
        close += window[close] === QUOTE ? 2 : 1;
      if (close >= window.length) return undefined;
    }
    let i = window[begin] === QUOTE ? close + 1 : begin;
    while (i < window.length && !ends(i)) i += 1;
    if (i === window.length && !isWhole) return undefined;
    places.push([begin, close, i]);
    if (i === window.length || window[i] !== delimiter)
      return { cells: places.map((place) => cellAt(window, ...place)), end: at + i };
    begin = i;
  }
}

/** `close`: its closing quote; `begin` if it has none. */
function cellAt(window: Buffer, begin: number, close: number, end: number): string {
  if (close === begin) return window.toString('utf8', begin, end);
  const quoted = window.toString('utf8', begin + 1, close).replaceAll('""', '"');
  return close + 1 === end ? quoted : `"${quoted}"${window.toString('utf8', close + 1, end)}`;
}

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
  // Where one line after the other opens a quote, each would be looked for to the same far end.
  let patience = MAX_RECORD;
  while (records.length < most) {
    advance(skipBlank(text, at));
    if (at >= text.length) break;
    const firstEnd = lineEnd(text, at);
    const row = readRow(text, at, delimiter.charCodeAt(0), Math.min(MAX_RECORD, firstEnd - at + patience));
    const end = row?.end ?? firstEnd;
    patience = row
      ? Math.min(MAX_RECORD, patience + (end - at) * TRUST)
      : Math.max(MIN_PATIENCE, Math.floor(patience / 2));
    const raw = text.toString('utf8', at, Math.min(end, at + MAX_RECORD));
    if (!row) records.push({ line, raw, cells: [], broken: end - at > MAX_RECORD ? TOO_LONG : QUOTES });
    else if (row.cells.some((cell) => cell.trim() !== '')) records.push({ line, raw, cells: row.cells });
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
