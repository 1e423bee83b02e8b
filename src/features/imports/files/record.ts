/** One contact of a file, before anybody knows what its cells mean. */
export interface FileRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  /** As it stands in the file, without the line's end. */
  readonly raw: string;
  readonly cells: readonly string[];
  /** Why its cells can't be told apart. */
  readonly broken?: { readonly code: string; readonly en: string; readonly es: string };
}

/** A place in a text, in bytes of UTF-8 and in lines. */
export interface Place {
  readonly at: number;
  readonly line: number;
}

export interface Portion {
  readonly records: readonly FileRecord[];
  /** Where the next one begins; at the end of the text there is none. */
  readonly next: Place;
}

export const START: Place = { at: 0, line: 1 };

export const LF = 0x0a;
export const CR = 0x0d;

/** Ends of lines between two places; CRLF is one. */
export function countLines(text: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) {
    if (text[i] === LF || (text[i] === CR && text[i + 1] !== LF)) lines += 1;
  }
  return lines;
}

/** Where the line at `from` ends, its mark not included. */
export function lineEnd(text: Buffer, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== LF && text[at] !== CR) at += 1;
  return at;
}

/** The same, its mark included. */
export function endOfLine(text: Buffer, from: number): number {
  const at = lineEnd(text, from);
  return Math.min(text.length, text[at] === CR && text[at + 1] === LF ? at + 2 : at + 1);
}

/** First byte that is no line's end. */
export function skipBlank(text: Buffer, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === LF || text[at] === CR)) at += 1;
  return at;
}
