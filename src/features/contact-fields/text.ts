import { invalidField } from '#core/errors.ts';
import { checkValue } from './rules.ts';
import { MAX_VALUE, type ContactField, type FieldValue } from './schema.ts';

const TRUE: ReadonlySet<string> = new Set(['1', 'x', 'si', 'sí', 's', 'true', 'verdadero', 'yes', 'y']);
const FALSE: ReadonlySet<string> = new Set(['0', 'no', 'n', 'false', 'falso']);

/** `sí`, `x`, `1` … → true; undefined when it is neither. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
}

/** `1.234,56` and `1,234.56` alike: the last mark that stands once is the decimal's. */
function readNumber(text: string): number {
  const bare = text.trim().replaceAll(/^\$|[\s\u00a0]/g, '');
  if (!/^-?[\d.,]+$/.test(bare)) return Number.NaN;
  // Thousands in groups of three, as es-CL and en write them; a single group is a decimal in neither.
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return /^-?\d*[.,]?\d+$/.test(bare) ? Number(bare.replace(',', '.')) : Number.NaN;
}

/** `31/12/2025`, `31-12-25` and `2025-12-31` → `2025-12-31`; anything else as it is. Days come before months in Chile. */
function readDate(text: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(text) ?? [];
  if (!day || !month || !year) return text.trim().replace(/[T ]00:00(:00)?(\.0+)?Z?$/, '');
  const full = year.length === 2 ? `${Number(year) > 50 ? '19' : '20'}${year}` : year;
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A value out of a file, where everything is text: decimal commas, `sí`, 31/12/2025, lists with `,` or `;`.
 * @throws AppError invalid_input about `fields.<key>`
 */
export function readValue(field: ContactField, text: string, country: string): FieldValue {
  const option = (one: string): string =>
    field.options.find((known) => known.toLowerCase() === one.trim().toLowerCase()) ?? one;
  switch (field.type) {
    case 'number':
      return checkValue(field, readNumber(text), country);
    case 'boolean':
      return checkValue(field, readBoolean(text), country);
    case 'date':
      return checkValue(field, readDate(text), country);
    case 'one_of':
      return checkValue(field, option(text), country);
    case 'many_of':
      return checkValue(
        field,
        text
          .split(/[,;|]/)
          .filter((one) => one.trim() !== '')
          .map(option),
        country,
      );
    case 'text':
      if (text.length > MAX_VALUE)
        throw invalidField(`fields.${field.key}`, 'maxLength', {
          en: `must have at most ${MAX_VALUE} characters`,
          es: `debe tener a lo más ${MAX_VALUE} caracteres`,
        });
      return checkValue(field, text, country);
    default:
      return checkValue(field, text, country);
  }
}
