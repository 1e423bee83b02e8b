import { storedTaxId } from '#core/tax-id.ts';
import { fieldTerms, type FieldValues } from '#features/contact-fields/index.ts';
import { callingCode, parsePhone } from '#platform/phone.ts';
import type { Contact } from './schema.ts';

export interface ContactInput {
  readonly name: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly tags: readonly string[];
  /** Checked already (contact-fields). */
  readonly fields?: FieldValues | null | undefined;
}
export type ContactValues = Pick<Contact, 'name' | 'email' | 'phone' | 'taxId' | 'tags' | 'fields'>;

/** What is stored of what was typed. @throws AppError invalid_input that names the field */
export function normalise(input: ContactInput, country: string): ContactValues {
  const tags = [...new Set(input.tags.map((tag) => tag.trim().toLowerCase()))].toSorted();
  return {
    name: input.name.trim(),
    ...(input.email && { email: input.email.toLowerCase() }),
    ...(input.phone && { phone: parsePhone(input.phone, country).e164 }),
    ...(input.taxId && { taxId: storedTaxId(input.taxId, country) }),
    tags,
    ...(input.fields && { fields: input.fields }),
  };
}

const MAX_WORDS = 8;
const MIN_PHONE_DIGITS = 5;
/** No term begins with a space. */
const NO_TERM = ' ';

/** Lower case, no accents: `Pérez` and `PEREZ` are the same word. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const matchWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
/** Without country and marks, as people type it into a search. */
export const bareTaxId = (text: string): string =>
  text
    .replace(/^[A-Z]{2}:/, '')
    .replace(/\W/g, '')
    .toLowerCase();

/**
 * What a contact can be found by: each word of its name, its mail, its phone, its tax id, `#tag`,
 * `=key:value` of each field of the company's own. Searches look for terms
 * that start with what was typed. A foreign phone can also be found without its country's code; for the company's own
 * country the search adds the code, which saves a term. A change of these rules needs a migration that makes all terms anew.
 */
export function termsOf(
  { name, email, phone, taxId, tags, fields }: ContactValues,
  country: string,
): string[] {
  const terms = new Set(matchWords(name).slice(0, MAX_WORDS));
  if (email) terms.add(email);
  if (phone) {
    terms.add(phone.slice(1));
    if (!phone.startsWith(`+${callingCode(country)}`)) terms.add(parsePhone(phone, country).national);
  }
  if (taxId) terms.add(bareTaxId(taxId));
  for (const tag of tags) terms.add(`#${tag}`);
  for (const term of fieldTerms(fields)) terms.add(term);
  return [...terms];
}

/** The terms that a contact may have, be they of this release or of one that stored each phone without its code as well. */
export function termsToDrop(contact: ContactValues, country: string): string[] {
  const terms = termsOf(contact, country);
  return contact.phone ? [...terms, parsePhone(contact.phone, country).national] : terms;
}

/**
 * What was typed into a search box → texts that must all be found, each by one of its prefixes. Phones and tax ids are
 * written with spaces, dots and dashes, so a text that is mostly digits is also taken as one number.
 */
export function searchPrefixes(text: string, country: string): string[][] {
  const typed = text.trim();
  if (typed.includes('@') && typed !== '@') return [[typed.toLowerCase()]];
  const digits = typed.replace(/[\s.\-+()]/g, '');
  if (digits.length >= MIN_PHONE_DIGITS && /^\d+[kK]?$/.test(digits))
    return [[digits.toLowerCase(), `${callingCode(country)}${digits}`]];
  const found = [...new Set(matchWords(typed))].slice(0, MAX_WORDS).map((word) => [word]);
  // Marks alone match nothing: showing everybody would look like a hit.
  return found.length === 0 && typed !== '' ? [[NO_TERM]] : found;
}
