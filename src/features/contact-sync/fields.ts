import { createHash } from 'node:crypto';
import type { EngineContact } from '#core/engine-contacts.ts';
import { checkLine } from '#features/contacts/index.ts';

/** What is kept the same everywhere, in the order of fingerprints. */
export const FIELDS = ['name', 'email', 'phone', 'taxId'] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Readonly<Record<Field, string | null>>;

/** A contact of an engine, in our words. */
export interface Read {
  readonly values: Values;
  /** What an engine holds that no contact of ours may, e.g. half a phone number. */
  readonly bad: ReadonlySet<Field>;
  readonly prints: readonly string[];
}

const PRINT_CHARS = 16;

/** Of no value it is the empty text. */
const printOf = (value: string | null): string =>
  value === null ? '' : createHash('sha256').update(value).digest('base64url').slice(0, PRINT_CHARS);

export const printsOf = (values: Values): string[] => FIELDS.map((field) => printOf(values[field]));

export const samePrints = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a !== null && b !== null && FIELDS.every((_, i) => a[i] === b[i]);

/** As contacts.create would store it; each field by itself, so that a bad one keeps none of the others out. */
export function readContact(contact: EngineContact, country: string): Read {
  const values: Record<Field, string | null> = { name: null, email: null, phone: null, taxId: null };
  const bad = new Set<Field>();
  const prints = FIELDS.map((field) => {
    const raw = contact[field]?.trim() ?? '';
    if (raw === '') return printOf(null);
    const line = field === 'name' ? { name: raw } : { name: 'x', [field]: raw };
    const checked = checkLine({ ...line, tags: [] }, country).values?.[field];
    if (checked === undefined) bad.add(field);
    else values[field] = checked;
    return checked === undefined ? `!${printOf(raw)}` : printOf(checked);
  });
  return { values, bad, prints };
}

/** A contact without a name of its own goes by how it can be reached. */
export const nameOf = ({ name, email, phone }: Values): string | null => name ?? email ?? phone;
