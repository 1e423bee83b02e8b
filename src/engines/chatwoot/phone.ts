import { createRequire } from 'node:module';
import type * as Phones from 'libphonenumber-js/min';
import { invalidField } from '#core/errors.ts';

/** Loaded with the first number: 90 modules, 3 MB. */
const phones = (): typeof Phones => createRequire(import.meta.url)('libphonenumber-js/min') as typeof Phones;

/** What people write → E.164, the only form that Chatwoot takes. Numbers without `+` are the country's own. @throws AppError invalid_input */
export function e164(text: string, country: string): string {
  const number = phones().parsePhoneNumberFromString(text, country as Phones.CountryCode);
  if (number?.isPossible()) return number.number;
  throw invalidField('phone', 'phone', {
    en: 'must be a phone number, like +56 9 1234 5678',
    es: 'debe ser un número de teléfono, como +56 9 1234 5678',
  });
}
