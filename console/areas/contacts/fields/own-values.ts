import type { Row } from '#lib/api/types.ts';

export type OwnField = Row<'/contact-fields'>;
export type OwnValue = string | number | boolean | string[];

export const nameOf = ({ key }: OwnField): string => `fields.${key}`;

/** What a form says of the company's own fields; what it leaves empty is null. */
export function ownValues(data: FormData, fields: readonly OwnField[]): Record<string, OwnValue | null> {
  return Object.fromEntries(fields.map((field) => [field.key, valueOf(data, field)]));
}

function valueOf(data: FormData, field: OwnField): OwnValue | null {
  const all = data
    .getAll(nameOf(field))
    .map((one) => String(one).trim())
    .filter(Boolean);
  const [first] = all;
  if (first === undefined) return null;
  if (field.type === 'many_of') return all;
  if (field.type === 'number') return Number(first.replace(',', '.'));
  if (field.type === 'boolean') return first === 'true';
  return first;
}

/** Of a new contact: what is empty isn't said at all. */
export const givenOnly = (values: Record<string, OwnValue | null>): Record<string, OwnValue> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, OwnValue] => entry[1] !== null),
  );
