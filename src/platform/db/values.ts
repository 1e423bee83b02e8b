/**
 * How values travel: PostgreSQL's text form in both directions. The names are what rows are for the compiler; the
 * generator of types.ts reads them here, so that types and parsers can't disagree.
 */
interface PgType {
  readonly parse: ((text: string) => unknown) | null;
  /** TypeScript's name of what comes out. */
  readonly row: string;
  /** What may be sent, when that is something else. */
  readonly input?: string;
}

const TEXT: PgType = { parse: null, row: 'string' };
const INTEGER: PgType = { parse: parseInteger, row: 'number' };
const FLOAT: PgType = { parse: Number, row: 'number' };
const TEXTS: PgType = { parse: parseTextArray, row: 'string[]', input: 'readonly string[]' };
// An object would be sent as JSON, but an array as a PostgreSQL array: stores make the text themselves.
const JSON_TEXT: PgType = { parse: JSON.parse, row: 'unknown', input: 'string' };

/** By type oid. A type that isn't here arrives as text, and no table may use it (test/db/types.ts refuses). */
export const TYPES: Readonly<Record<number, PgType>> = {
  16: { parse: (text) => text === 't', row: 'boolean' }, // bool
  17: { parse: (text) => Buffer.from(text.slice(2), 'hex'), row: 'Buffer', input: 'Buffer' }, // bytea
  20: INTEGER, // int8
  21: INTEGER, // int2
  23: INTEGER, // int4
  25: TEXT, // text
  114: JSON_TEXT, // json
  700: FLOAT, // float4
  701: FLOAT, // float8
  1009: TEXTS, // text[]
  1082: TEXT, // date
  1184: { parse: parseTime, row: 'string', input: 'Date | string' }, // timestamptz
  1700: TEXT, // numeric
  2950: TEXT, // uuid
  2951: TEXTS, // uuid[]
  3802: JSON_TEXT, // jsonb
};

/** Our counters and positions stay far below 2^53; anything above must not be rounded in silence. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}

/** Every connection's TimeZone is UTC and its DateStyle ISO (roles.ts). */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00$/;

/** `2026-11-21 07:41:02.123456+00` → `2026-11-21T07:41:02.123Z`, the API's precision. */
export function parseTime(text: string): string {
  const match = TIME.exec(text);
  // Infinity, years before 1 or after 9999, another zone: nothing that an ISO text of the API could say.
  if (!match) throw new RangeError(`${text} is not a time in UTC`);
  return `${match[1]!}T${match[2]!}.${(match[3] ?? '').padEnd(3, '0')}Z`;
}

const unquoted = (item: string): string | null => (item === 'NULL' ? null : item);
const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/gs;

/** One dimension. Items with quotes are rare in what we store, so the common case is a split. */
function parseTextArray(text: string): (string | null)[] {
  if (text === '{}') return [];
  if (!text.startsWith('{') || text.startsWith('{{')) throw new RangeError(`${text} is not a plain array`);
  if (!text.includes('"')) return text.slice(1, -1).split(',').map(unquoted);
  return Array.from(text.matchAll(ITEM), ([, quoted, plain]) =>
    quoted === undefined ? unquoted(plain!) : quoted.replaceAll(/\\(.)/gs, '$1'),
  );
}

const MARKS = /["\\]/;
// Looked for first: an import quotes ten thousands of texts, and hardly one has any.
const quote = (text: string): string =>
  `"${MARKS.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`;

/** @throws RangeError for an invalid Date, TypeError for what is no value */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) {
    return `{${value.map((item) => (item === null || item === undefined ? 'NULL' : quote(toText(item)!))).join(',')}}`;
  }
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return JSON.stringify(value);
    default:
      throw new TypeError(`a ${typeof value} has no text form`);
  }
}
