/** Weights 2 to 7 from the right, repeating. 11 becomes 0, 10 becomes K. */
export function checkDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest);
}

const MAX_BODY = 8;
const MIN_BODY = 7;

/** As somebody types: `123456785` becomes `12.345.678-5`. */
export function maskRut(text: string): string {
  const bare = text
    .toUpperCase()
    .replace(/[^\dK]/g, '')
    .replace(/K(?=.)/g, '')
    .replace(/^0+/, '')
    .slice(0, MAX_BODY + 1);
  if (bare.length < 2) return bare;
  const body = bare.slice(0, -1).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${body}-${bare.slice(-1)}`;
}

export type RutState =
  | { readonly state: 'short' | 'right' }
  /** Whole, and its last digit doesn't follow from the others. */
  | { readonly state: 'wrong'; readonly given: string; readonly expected: string };

/** What can be said of a RUT so far. */
export function readRut(text: string): RutState {
  const bare = text.toUpperCase().replace(/[^\dK]/g, '');
  const body = bare.slice(0, -1);
  const given = bare.slice(-1);
  if (body.length < MIN_BODY || !/^\d+$/.test(body)) return { state: 'short' };
  const expected = checkDigit(body);
  return given === expected ? { state: 'right' } : { state: 'wrong', given, expected };
}

/** Canonical (`12345678-5`) to what people read; other countries' stay as they are. */
export const showTaxId = (taxId: string): string => (/^\d{1,8}-[\dK]$/.test(taxId) ? maskRut(taxId) : taxId);
