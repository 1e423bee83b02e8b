/**
 * The two messages of PostgreSQL's protocol that each call sends for each of its statements, as text of one byte per
 * character: a whole batch is then a single write, where node-postgres makes a buffer per message and a call into native
 * code per value.
 */
export const EXECUTE = 'E\0\0\0\u0009\0\0\0\0\0';
export const SYNC = 'S\0\0\0\u0004';

const NULL = '\u00ff\u00ff\u00ff\u00ff';
const INT32_BYTES = 4;
const { fromCharCode } = String;
const int16 = (n: number): string => fromCharCode((n >>> 8) & 255, n & 255);
const int32 = (n: number): string =>
  fromCharCode((n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);

/** Lengths of almost all values. */
const LENGTHS = Array.from({ length: 256 }, (_, n) => int32(n));
const length = (n: number): string => LENGTHS[n] ?? int32(n);

const ASCII = /^[\0-\u007f]*$/;
const bytes = (text: string): string => (ASCII.test(text) ? text : Buffer.from(text).toString('latin1'));

/** Binds the unnamed portal; all values and results in their text form. */
export function bind(statement: string, values: readonly (string | null)[]): string {
  let body = `\0${statement}\0\0\0${int16(values.length)}`;
  for (const value of values) {
    if (value === null) body += NULL;
    else {
      const text = bytes(value);
      body += length(text.length) + text;
    }
  }
  body += '\0\0';
  return `B${int32(body.length + INT32_BYTES)}${body}`;
}
