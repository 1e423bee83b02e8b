import { AppError, type FieldError } from '#core/errors.ts';
import { bareTaxId, normalise, type ContactInput, type ContactValues } from '#features/contacts/rules.ts';
import { fields } from '#features/contacts/schema.ts';

type Refusal = FieldError;

const refusal = (field: string, code: string, en: string, es: string): Refusal => ({
  field,
  code,
  message: { en, es },
});

/** What an error says of its fields; anything else is our own fault. @throws what isn't an AppError about fields */
function refusalsOf(error: unknown): readonly Refusal[] {
  if (error instanceof AppError && error.options.fields) return error.options.fields;
  throw error;
}

/**
 * A contact out of a file, checked as contacts.create does, but told everything that is wrong at once.
 * `values` is absent when something is.
 */
export function checkLine(
  input: ContactInput,
  country: string,
): { readonly values?: ContactValues; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  if (input.name.trim() === '') refusals.push(refusal('name', 'required', 'is required', 'es obligatorio'));
  else if (!fields.name.safeParse(input.name).success) {
    refusals.push(
      refusal(
        'name',
        'name',
        'must be one line of at most 200 characters',
        'debe ser una línea de a lo más 200 caracteres',
      ),
    );
  }
  if (input.email && !fields.email.safeParse(input.email).success) {
    refusals.push(
      refusal(
        'email',
        'email',
        'must be a mail address, like ana@example.com',
        'debe ser un correo, como ana@ejemplo.cl',
      ),
    );
  }
  if (!fields.tags.safeParse(input.tags).success) {
    refusals.push(
      refusal(
        'tags',
        'tags',
        'must be at most 50 tags of 50 characters',
        'deben ser a lo más 50 etiquetas de 50 caracteres',
      ),
    );
  }
  for (const field of ['phone', 'taxId'] as const) {
    try {
      if (input[field]) normalise({ name: 'x', tags: [], [field]: input[field] }, country);
    } catch (error) {
      refusals.push(...refusalsOf(error));
    }
  }
  if (refusals.length > 0) return { refusals };
  return { values: normalise(input, country), refusals };
}

/** What tells that two contacts are the same. */
export const MATCHES = ['taxId', 'email', 'phone'] as const;
export type Match = (typeof MATCHES)[number];

/** The term by which contacts with the same value are found. */
export function matchTerm(match: Match, value: string): string {
  if (match === 'phone') return value.slice(1);
  return match === 'taxId' ? bareTaxId(value) : value;
}
