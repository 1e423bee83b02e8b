import type { DefinedError, ErrorObject, ValidateFunction } from 'ajv';
import { AppError, type FieldError } from '#core/errors.ts';

type Words = FieldError['message'];

const FORMATS: Readonly<Record<string, Words>> = {
  email: {
    en: 'must be a mail address, like ana@example.com',
    es: 'debe ser un correo, como ana@ejemplo.cl',
  },
  uuid: { en: 'must be an id (UUID)', es: 'debe ser un identificador (UUID)' },
  uri: {
    en: 'must be a web address, like https://example.com',
    es: 'debe ser una dirección web, como https://ejemplo.cl',
  },
  'date-time': {
    en: 'must be a date and time in UTC, like 2026-01-31T12:00:00Z',
    es: 'debe ser fecha y hora en UTC, como 2026-01-31T12:00:00Z',
  },
};

const TYPES: Readonly<Record<string, Words>> = {
  string: { en: 'text', es: 'un texto' },
  integer: { en: 'a whole number', es: 'un número entero' },
  number: { en: 'a number', es: 'un número' },
  boolean: { en: 'true or false', es: 'true o false' },
  array: { en: 'a list', es: 'una lista' },
  object: { en: 'an object', es: 'un objeto' },
  null: { en: 'null', es: 'null' },
};

const both = (en: string, es: string): Words => ({ en, es });

/** Names come from the caller, who must not get a flood back for them. */
const MAX_NAME = 100;
const short = (name: string): string => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name);

/** `tags`, `0`, `name` → `tags[0].name`; the whole body is `(body)`. */
export const fieldName = (parts: readonly string[]): string =>
  parts
    .map((part, i) => (/^\d+$/.test(part) ? `[${part}]` : i === 0 ? short(part) : `.${short(part)}`))
    .join('') || '(body)';

function fieldOf(error: ErrorObject, extra?: string): string {
  const parts = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return fieldName(extra === undefined ? parts : [...parts, extra]);
}

function typeWords(type: string | readonly string[]): Words {
  const all = typeof type === 'string' ? [type] : type;
  const words = all.map((name) => TYPES[name] ?? both(name, name));
  return both(words.map((w) => w.en).join(' or '), words.map((w) => w.es).join(' o '));
}

function toFieldError(raw: ErrorObject): FieldError {
  const error = raw as DefinedError;
  const field = fieldOf(error);
  const say = (message: Words): FieldError => ({ field, code: error.keyword, message });
  switch (error.keyword) {
    case 'required':
      return {
        field: fieldOf(error, error.params.missingProperty),
        code: 'required',
        message: both('is required', 'es obligatorio'),
      };
    case 'additionalProperties':
      return {
        field: fieldOf(error, error.params.additionalProperty),
        code: 'unknown',
        message: both('is not a known field here', 'no es un campo conocido aquí'),
      };
    case 'type': {
      const { en, es } = typeWords(error.params.type);
      return say(both(`must be ${en}`, `debe ser ${es}`));
    }
    case 'format':
      return say(
        FORMATS[error.params.format] ??
          both(`must be a valid ${error.params.format}`, `debe ser un ${error.params.format} válido`),
      );
    case 'pattern': {
      const { format = '', 'x-expects': expects } = (error.parentSchema ?? {}) as {
        format?: string;
        'x-expects'?: Words;
      };
      return say(
        expects ??
          FORMATS[format] ??
          // Patterns are for programs, which find them in the schema.
          both('isn’t in the form that is expected here', 'no tiene la forma que se espera aquí'),
      );
    }
    case 'const': {
      const value = JSON.stringify(error.params.allowedValue);
      return say(both(`must be ${value}`, `debe ser ${value}`));
    }
    case 'enum': {
      const values = error.params.allowedValues.join(', ');
      return say(both(`must be one of: ${values}`, `debe ser uno de: ${values}`));
    }
    case 'minLength':
      return say(
        error.params.limit === 1
          ? both('must not be empty', 'no debe estar vacío')
          : both(
              `must have at least ${error.params.limit} characters`,
              `debe tener al menos ${error.params.limit} caracteres`,
            ),
      );
    case 'maxLength':
      return say(
        both(
          `must have at most ${error.params.limit} characters`,
          `debe tener a lo más ${error.params.limit} caracteres`,
        ),
      );
    case 'minimum':
      return say(both(`must be ${error.params.limit} or more`, `debe ser ${error.params.limit} o más`));
    case 'maximum':
      return say(both(`must be ${error.params.limit} or less`, `debe ser ${error.params.limit} o menos`));
    case 'minItems':
      return say(
        both(
          `must have at least ${error.params.limit} items`,
          `debe tener al menos ${error.params.limit} elementos`,
        ),
      );
    case 'maxItems':
      return say(
        both(
          `must have at most ${error.params.limit} items`,
          `debe tener a lo más ${error.params.limit} elementos`,
        ),
      );
    default:
      return say(both(error.message ?? 'is not valid', 'no es válido'));
  }
}

/** Checks a value, filling defaults in. @throws AppError invalid_input that names the field and what was expected. */
export function check(validate: ValidateFunction, value: unknown): void {
  if (validate(value)) return refuseUnstorable(value, []);
  throw new AppError('invalid_input', { fields: (validate.errors ?? []).slice(0, 1).map(toFieldError) });
}

/** The same as an answer: empty when nothing is wrong. */
export function fieldErrors(validate: ValidateFunction, value: unknown): readonly FieldError[] {
  try {
    check(validate, value);
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.options.fields ?? [];
    throw error;
  }
}

const UNSTORABLE = {
  code: 'characters',
  message: both(
    'has a character that can’t be stored (NUL, or half of a surrogate pair)',
    'tiene un carácter que no se puede guardar (NUL o medio par sustituto)',
  ),
};
const INFINITE = {
  code: 'type',
  message: both('must be a number that isn’t infinite', 'debe ser un número que no sea infinito'),
};

/** Where a schema takes any JSON; who nests deeper wants to see our stack end, or PostgreSQL's. */
const MAX_DEPTH = 64;
const TOO_DEEP = {
  code: 'depth',
  message: both(
    `must not be nested deeper than ${MAX_DEPTH} levels`,
    `no debe tener más de ${MAX_DEPTH} niveles de anidación`,
  ),
};

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((item) => isStorable(item, depth + 1));
}

/**
 * What a schema lets through and PostgreSQL doesn't: NUL; half a pair, which would be stored as another character than
 * the answer shows; `limit=Infinity` in a query, which ajv turns into a number that no bound is checked for; and what is
 * nested too deep.
 * @throws AppError invalid_input that names the field
 */
export function refuseUnstorable(value: unknown, path: readonly string[]): void {
  if (isStorable(value, path.length)) return;
  if (typeof value === 'object' && value !== null) {
    if (path.length >= MAX_DEPTH)
      throw new AppError('invalid_input', { fields: [{ field: fieldName(path.slice(0, 1)), ...TOO_DEEP }] });
    for (const [name, item] of Object.entries(value)) refuseUnstorable(item, [...path, name]);
  }
  const wrong = typeof value === 'number' ? INFINITE : UNSTORABLE;
  throw new AppError('invalid_input', { fields: [{ field: fieldName(path), ...wrong }] });
}
