import { z } from 'zod';
import { invalidField } from '#core/errors.ts';
import { fieldTerm } from '#features/contact-fields/index.ts';
import { searchPrefixes } from './rules.ts';

/** What lists and exports of contacts can be narrowed by. */
export const filterInput = {
  q: z
    .string()
    .max(100)
    .optional()
    .describe('Start of any word of the name, of the mail, phone or tax id; all words must be found.'),
  tag: z.string().max(50).optional().describe('Only contacts with this tag.'),
  field: z
    .string()
    .max(1_100)
    .optional()
    .describe('Only contacts with this value of a field of the company’s own, as key=value.'),
};

export interface Filter {
  /** Of each list, one must start a term of the contact. */
  readonly prefixes: readonly (readonly string[])[];
  /** All must be there. */
  readonly terms: readonly string[];
}

/** @throws AppError invalid_input for a field without a value */
export function filterOf(
  { q, tag, field }: { q?: string | undefined; tag?: string | undefined; field?: string | undefined },
  country: string,
): Filter {
  const prefixes = q === undefined ? [] : searchPrefixes(q, country);
  const terms = tag === undefined ? [] : [`#${tag.trim().toLowerCase()}`];
  if (field === undefined) return { prefixes, terms };
  const [, key, value] = /^([^=]+)=([^]+)$/.exec(field.trim()) ?? [];
  if (!key || !value) {
    throw invalidField('field', 'pattern', {
      en: 'must be a key and a value, like rubro=Almacén',
      es: 'debe ser una clave y un valor, como rubro=Almacén',
    });
  }
  return { prefixes, terms: [...terms, fieldTerm(key.trim(), value.trim())] };
}
