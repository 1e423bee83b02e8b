import { AppError, invalidField } from '#core/errors.ts';
import type { ContactField } from '#features/contact-fields/index.ts';
import { guessDelimiter } from './files/csv.ts';
import { detectEncoding } from './files/encoding.ts';
import type { Settings } from './lines.ts';
import { guessMapping, tableOf, VCARD_TABLE, type Table } from './mapping.ts';
import type { Import, SettingsInput } from './schema.ts';

/** Enough of the text to find out columns and delimiter. */
const LOOK_BYTES = 65_536;

/**
 * What is known of the file, with the guesses for whatever the caller left open. `text` is decoded.
 * @throws AppError invalid_input about the mapping
 */
export function settle(
  format: Import['format'],
  file: { readonly text: Buffer; readonly encoding: Settings['encoding'] },
  input: SettingsInput,
  definitions: readonly ContactField[],
): { settings: Settings; table: Table } {
  const head = file.text.subarray(0, LOOK_BYTES);
  const delimiter = input.delimiter ?? (format === 'csv' ? guessDelimiter(head) : ',');
  const table = format === 'csv' ? tableOf(file.text, delimiter, input.header) : VCARD_TABLE;
  const targets = targetsOf(table.columns, input.mapping ?? {}, definitions);
  if (
    targets.includes('consent') &&
    !input.consent &&
    Object.values(input.mapping ?? {}).includes('consent')
  ) {
    throw invalidField('consent', 'required', {
      en: 'is required when a column is mapped to consent: say to what they agreed',
      es: 'es obligatorio si una columna indica consentimiento: diga a qué se consintió',
    });
  }
  return {
    table,
    settings: {
      encoding: file.encoding,
      delimiter,
      header: table.header,
      columns: table.columns,
      targets,
      duplicates: input.duplicates,
      matchBy: input.matchBy,
      tags: input.tags.map((tag) => tag.trim()),
      consent: input.consent ? { ...input.consent, text: input.consent.text.trim() } : null,
    },
  };
}

function targetsOf(
  columns: readonly string[],
  mapping: Readonly<Record<string, string>>,
  definitions: readonly ContactField[],
): (string | null)[] {
  for (const [column, target] of Object.entries(mapping)) {
    if (!columns.includes(column))
      throw invalidField('mapping', 'column', {
        en: `names a column that the file doesn’t have: ${column}`,
        es: `nombra una columna que el archivo no tiene: ${column}`,
      });
    if (
      target.startsWith('fields.') &&
      !definitions.some(({ key, archived }) => !archived && `fields.${key}` === target)
    )
      throw invalidField('mapping', 'field', {
        en: `${target.slice('fields.'.length)} is not a field of this company; see contact_fields.list`,
        es: `${target.slice('fields.'.length)} no es un campo de esta empresa; vea contact_fields.list`,
      });
  }
  const given = new Set(Object.values(mapping));
  const guessed = guessMapping(columns, definitions);
  return columns.map((column) => {
    const own = mapping[column];
    if (own !== undefined) return own === '' ? null : own;
    const guess = guessed[column];
    return guess === undefined || given.has(guess) ? null : guess;
  });
}

/** @throws AppError invalid_input when no column can be a contact's name */
export function requireName({ targets }: Settings): void {
  if (targets.some((target) => target === 'name' || target === 'firstName' || target === 'lastName')) return;
  throw invalidField('mapping', 'name', {
    en: 'must say which column is the name: no header looks like one',
    es: 'debe indicar qué columna es el nombre: ningún encabezado lo parece',
  });
}

/** @throws AppError conflict for an import without content */
export function encodingOf(file: Buffer, given: Settings['encoding'] | undefined): Settings['encoding'] {
  if (file.length === 0)
    throw new AppError('conflict', {
      detail: { en: 'The file is empty.', es: 'El archivo está vacío.' },
    });
  return given ?? detectEncoding(file);
}
