import { invalidField } from '#core/errors.ts';
import { COUNTRIES, parseTaxId, type Country } from '#core/tax-id.ts';
import { parsePhone } from '#platform/phone.ts';
import type { Contact } from './schema.ts';

export interface ContactInput {
  readonly name: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly tags: readonly string[];
}
export type ContactValues = Pick<Contact, 'name' | 'email' | 'phone' | 'taxId' | 'tags'>;

/** What is stored of what was typed. @throws AppError invalid_input that names the field */
export function normalise(input: ContactInput, country: string): ContactValues {
  const tags = [...new Set(input.tags.map((tag) => tag.trim().toLowerCase()))].toSorted();
  return {
    name: input.name.trim(),
    ...(input.email && { email: input.email.toLowerCase() }),
    ...(input.phone && { phone: parsePhone(input.phone, country).e164 }),
    ...(input.taxId && { taxId: normaliseTaxId(input.taxId, country) }),
    tags,
  };
}

/** The company's own country needs no prefix; another's is kept, so that the number can be read without knowing whose it is. */
function normaliseTaxId(text: string, own: string): string {
  const [, prefix, bare] = /^\s*([A-Za-z]{2})\s*[:\s]\s*(.+)$/.exec(text) ?? [];
  const country = prefix?.toUpperCase() ?? own;
  if (!(COUNTRIES as readonly string[]).includes(country)) {
    const known = COUNTRIES.join(', ');
    throw invalidField('taxId', 'country', {
      en: `${country} is not a country we can check; there are: ${known}`,
      es: `no podemos verificar el país ${country}; existen: ${known}`,
    });
  }
  const { canonical } = parseTaxId(bare ?? text, country as Country);
  return country === own ? canonical : `${country}:${canonical}`;
}

const MAX_WORDS = 8;
const MIN_PHONE_DIGITS = 5;
/** No term begins with a space. */
const NO_TERM = ' ';

/** Lower case, no accents: `Pérez` and `PEREZ` are the same word. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const bareTaxId = (text: string): string =>
  text
    .replace(/^[A-Z]{2}:/, '')
    .replace(/\W/g, '')
    .toLowerCase();

/**
 * What a contact can be found by: each word of its name, its mail, its phone (with and without the country's code), its
 * tax id, `#tag`. Searches look for terms that start with what was typed. A change of these rules needs a migration that
 * makes all terms anew.
 */
export function termsOf(contact: ContactValues, country: string): string[] {
  const terms = new Set(words(contact.name).slice(0, MAX_WORDS));
  if (contact.email) terms.add(contact.email);
  if (contact.phone) terms.add(contact.phone.slice(1)).add(parsePhone(contact.phone, country).national);
  if (contact.taxId) terms.add(bareTaxId(contact.taxId));
  for (const tag of contact.tags) terms.add(`#${tag}`);
  return [...terms];
}

/**
 * What was typed into a search box → prefixes that must all be found. Phones and tax ids are written with spaces,
 * dots and dashes, so a text that is mostly digits is also taken as one number.
 */
export function searchPrefixes(text: string): string[] {
  const typed = text.trim();
  if (typed.includes('@') && typed !== '@') return [typed.toLowerCase()];
  const digits = typed.replace(/[\s.\-+()]/g, '');
  if (digits.length >= MIN_PHONE_DIGITS && /^\d+[kK]?$/.test(digits)) return [digits.toLowerCase()];
  const found = [...new Set(words(typed))].slice(0, MAX_WORDS);
  // Marks alone match nothing: showing everybody would look like a hit.
  return found.length === 0 && typed !== '' ? [NO_TERM] : found;
}
