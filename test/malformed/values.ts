import fc from 'fast-check';
import type { JsonSchema } from '#kernel/types.ts';

/** JSON text that `JSON.stringify` would never write. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Like JSON.stringify, with raw parts written as they are. */
export function toJson(value: unknown): string {
  const raws: string[] = [];
  const text = JSON.stringify(value, (_, item: unknown) =>
    item instanceof Raw ? `@raw${raws.push(item.text) - 1}@` : item,
  );
  return text.replace(/"@raw(\d+)@"/g, (_, i: string) => raws[Number(i)]!);
}

const DEEP = 20_000;
const nested = new Raw('['.repeat(DEEP) + ']'.repeat(DEEP));
const nestedObject = new Raw('{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP));
const HUGE = [
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw('1E+308'),
  new Raw('9007199254740993'),
  new Raw('1'.repeat(5_000)),
  new Raw('-0.0'),
];

/** Texts that break programs: no text at all for PostgreSQL, no Unicode, marks of SQL, HTML, templates and shells. */
export const NUL = ['\0', 'a\0b', 'Ana\u0000'];
export const NOT_UNICODE = ['\ud800', 'a\udc00b', '\udbff\u0041', '\udfff\ud800'];
export const ODD_TEXTS = [
  ' ', '\t\n', '\u00a0', '\u200b', '\u202eevil', '\ufeff', '\u0007\u001b[31m', '💥'.repeat(30), 'ﷺ'.repeat(200), '㌖㌕㌔㍀㍁㍂㍍㎏'.repeat(25),
  'a\u0301'.repeat(100), "' or 1=1 --", '"; drop', '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '`id`', '$(id)', '%s%n%x', '../../etc/passwd',
  '\\\\host\\share', 'null', 'undefined', 'NaN', 'true', '[object Object]', '__proto__', 'constructor', '-1', '1e999', '٣٤', '=1+1',
  'a@b', '@', '@@', 'a@b.c'.repeat(20), 'ana@localhost', 'ana@[127.0.0.1]', '"a b"@example.com', 'ana@exämple.com', '00000000-0000-0000-0000-000000000000',
  '{01960000-0000-7000-8000-000000000011}', '0196000000007000800000000000001', 'not-a-uuid', '2026-02-30T00:00:00Z', '-'.repeat(36),
]; // prettier-ignore

/** Values that a schema's own bounds make wrong. */
function beyond(schema: JsonSchema): unknown[] {
  const values: unknown[] = [];
  const { maxLength, minLength, minimum, maximum, maxItems, minItems } = schema as Record<
    string,
    number | undefined
  >;
  if (maxLength !== undefined)
    values.push('x'.repeat(maxLength + 1), ' '.repeat(100_000), 'é'.repeat(maxLength + 1));
  if (minLength !== undefined) values.push('', 'x'.repeat(minLength - 1));
  if (minimum !== undefined) values.push(minimum - 1, minimum - 0.5);
  if (maximum !== undefined) values.push(maximum + 1, maximum + 0.5);
  if (maxItems !== undefined) values.push(Array.from({ length: maxItems + 1 }, (_, i) => `t${i}`));
  if (minItems !== undefined) values.push([]);
  if (schema['enum'])
    values.push((schema['enum'] as string[])[0]!.toLowerCase(), `${(schema['enum'] as string[])[0]} `);
  return values;
}

const WRONG_TYPES = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  '',
  'x',
  [],
  [[]],
  [null],
  [{}],
  {},
  { $ne: null },
  { length: 5 },
  { toString: 1 },
];

/** A value that has no business in a property of that schema. */
export const wrongValue = (schema: JsonSchema): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WRONG_TYPES) },
    { weight: 3, arbitrary: fc.constantFrom(...beyond(schema), null, nested) },
    { weight: 2, arbitrary: fc.constantFrom(...NUL, ...NOT_UNICODE) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS) },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE, nested, nestedObject) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  );

export const wrongName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'tenantId', 'tenant_id', 'dryRun', 'idempotencyKey', 'ifVersion', '$ref', '', ' ', 'a.b', 'a/b', '~', '0', 'x'.repeat(5_000), 'ñandú', '\u0000'),
  fc.string({ maxLength: 20 }),
); // prettier-ignore

/** True when something in it can't be stored as it is, though the schema may not mind. */
export function isUnstorable(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Raw) return false;
  return Object.entries(value).some(([name, item]) => isUnstorable(name) || isUnstorable(item));
}

export const hasRaw = (value: unknown): boolean =>
  value instanceof Raw || (typeof value === 'object' && value !== null && Object.values(value).some(hasRaw));
