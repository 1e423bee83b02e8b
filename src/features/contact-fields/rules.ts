import { hash } from 'node:crypto';
import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { storedTaxId } from '#core/tax-id.ts';
import { parsePhone } from '#platform/phone.ts';
import { MAX_BYTES, type ContactField, type FieldValue, type FieldValues } from './schema.ts';

type Words = { readonly en: string; readonly es: string };

const EXPECTS = {
  text: { en: 'must be text', es: 'debe ser un texto' },
  number: { en: 'must be a number', es: 'debe ser un número' },
  date: { en: 'must be a date, like 2026-01-31', es: 'debe ser una fecha, como 2026-01-31' },
  boolean: { en: 'must be true or false', es: 'debe ser true o false' },
  url: {
    en: 'must be a web address, like https://example.com',
    es: 'debe ser una dirección web, como https://ejemplo.cl',
  },
  mail: {
    en: 'must be a mail address, like ana@example.com',
    es: 'debe ser un correo, como ana@ejemplo.cl',
  },
} satisfies Readonly<Record<string, Words>>;

const mail = z.email().max(254);
const url = z.url({ protocol: /^https?$/ });

/** The day exists: 2026-02-30 doesn't. */
const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;

/**
 * A value as it is stored. @throws AppError invalid_input about `fields.<key>`
 */
export function checkValue(field: ContactField, value: unknown, country: string): FieldValue {
  const at = `fields.${field.key}`;
  const refuse = (words: Words): AppError => invalidField(at, field.type, words);
  const text = (): string => {
    if (typeof value !== 'string' || value.trim() === '') throw refuse(EXPECTS.text);
    return value.trim();
  };
  const among = (): Words => {
    const all = field.options.join(', ');
    return { en: `must be one of: ${all}`, es: `debe ser uno de: ${all}` };
  };
  switch (field.type) {
    case 'text':
      return text();
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse(EXPECTS.number);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw refuse(EXPECTS.boolean);
      return value;
    case 'date':
      if (!isDate(text())) throw refuse(EXPECTS.date);
      return text();
    case 'url':
      if (!url.safeParse(text()).success) throw refuse(EXPECTS.url);
      return text();
    case 'mail':
      if (!mail.safeParse(text()).success) throw refuse(EXPECTS.mail);
      return text().toLowerCase();
    case 'phone':
      return parsePhone(text(), country, at).e164;
    case 'tax_id':
      return storedTaxId(text(), country, at);
    case 'one_of':
      if (typeof value !== 'string' || !field.options.includes(value)) throw refuse(among());
      return value;
    case 'many_of':
      if (!Array.isArray(value) || value.some((one) => !field.options.includes(one as string)))
        throw refuse(among());
      return field.options.filter((option) => value.includes(option));
  }
}

/**
 * The values of a contact after a change: `given` on top of `old`, null clears. What an archived field holds stays.
 * @throws AppError invalid_input about `fields.<key>`
 */
export function changeValues(
  definitions: readonly ContactField[],
  old: FieldValues | undefined,
  given: Readonly<Record<string, unknown>>,
  country: string,
): FieldValues | undefined {
  const values: Record<string, FieldValue> = { ...old };
  for (const [key, value] of Object.entries(given)) {
    const field = definitions.find((one) => one.key === key);
    if (!field)
      throw invalidField(`fields.${key}`, 'unknown', {
        en: 'is not a field of this company; see contact_fields.list',
        es: 'no es un campo de esta empresa; vea contact_fields.list',
      });
    if (value === null || (Array.isArray(value) && value.length === 0)) delete values[key];
    else if (field.archived)
      throw invalidField(`fields.${key}`, 'archived', {
        en: 'is archived: nothing new is written into it',
        es: 'está archivado: ya no se escribe en él',
      });
    else values[key] = checkValue(field, value, country);
  }
  if (Buffer.byteLength(JSON.stringify(values)) > MAX_BYTES)
    throw invalidField('fields', 'too_large', {
      en: `together must not have more than ${MAX_BYTES} bytes`,
      es: `en conjunto no deben superar ${MAX_BYTES} bytes`,
    });
  return Object.keys(values).length === 0 ? undefined : values;
}

/** Longer values are found by their hash: an index entry has a limit. */
const MAX_TERM = 100;

/** What a contact with this value is found by. Searches by words never begin with `=`. */
export function fieldTerm(key: string, value: string | number | boolean): string {
  const text = String(value).toLowerCase();
  return `=${key}:${text.length > MAX_TERM ? hash('sha256', text) : text}`;
}

export const fieldTerms = (values: FieldValues | undefined): string[] =>
  Object.entries(values ?? {}).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => fieldTerm(key, one)),
  );
