import fc from 'fast-check';
import type { JsonSchema } from '#kernel/types.ts';
import { NAMES, ODD_TEXTS } from './odd.ts';

/** JSON text that `JSON.stringify` would never write. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Like JSON.stringify, with raw parts written as they are. */
export function toJson(value: unknown): string {
  const raws: string[] = [];
  // Undefined is no JSON at all.
  if (value === undefined) return '';
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

// oxfmt-ignore
const WRONG_TYPES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e21, '', 'x', [], [[]], [null], [{}], {}, { $ne: null }, { length: 5 },
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
  fc.constantFrom(...NAMES),
  fc.string({ maxLength: 20 }),
);

/** True when something in it can't be stored as it is, though the schema may not mind. */
export function isUnstorable(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Raw) return false;
  return Object.entries(value).some(([name, item]) => isUnstorable(name) || isUnstorable(item));
}

/** Zero with a sign and a fraction is zero. */
export const hasRaw = (value: unknown): boolean =>
  (value instanceof Raw && Number(value.text) !== 0) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasRaw));
