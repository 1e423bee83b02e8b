import { createRequire } from 'node:module';
import type * as Phones from 'libphonenumber-js/min';
import { invalidField } from '#core/errors.ts';

let loaded: typeof Phones | undefined;

/** Loaded with the first number: 90 modules, 3 MB. */
const phones = (): typeof Phones =>
  (loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof Phones);

/**
 * A phone number as people write it → E.164. Numbers without `+` are read as `country`'s own.
 * `country` is whose number it is (ISO 3166); undefined where several share the prefix.
 * @throws AppError invalid_input about `field`
 */
export function parsePhone(
  text: string,
  country: string,
  field = 'phone',
): { e164: string; national: string; country: string | undefined } {
  const number = phones().parsePhoneNumberFromString(text, country as Phones.CountryCode);
  if (number?.isPossible()) {
    return { e164: number.number, national: number.nationalNumber, country: number.country };
  }
  throw invalidField(field, 'phone', {
    en: 'must be a phone number, like +56 9 1234 5678',
    es: 'debe ser un número de teléfono, como +56 9 1234 5678',
  });
}

/** What stands before a country's own numbers, e.g. `56`. */
export const callingCode = (country: string): string =>
  phones().getCountryCallingCode(country as Phones.CountryCode);
