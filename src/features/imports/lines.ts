import { AppError } from '#core/errors.ts';
import {
  readBoolean,
  readValue,
  type ContactField,
  type FieldValue,
} from '#features/contact-fields/index.ts';
import { checkLine, type ContactValues, type Match } from '#features/contacts/index.ts';
import type { Delimiter } from './files/csv.ts';
import type { Encoding } from './files/encoding.ts';
import type { FileRecord } from './files/record.ts';

/** How a file is read, settled when the import starts. */
export interface Settings {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: boolean;
  /** In the order of the file. */
  readonly columns: readonly string[];
  /** What each of them is; null: ignored. */
  readonly targets: readonly (string | null)[];
  readonly duplicates: 'skip' | 'update' | 'create';
  readonly matchBy: readonly Match[];
  readonly tags: readonly string[];
  readonly consent: { readonly purpose: string; readonly text: string; readonly channel: string } | null;
}

export interface LineError {
  /** Null: the whole line. */
  readonly column: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly en: string;
  readonly es: string;
}

/** A line as it would be a contact, or why it can't. */
export interface Line {
  readonly line: number;
  readonly raw: string;
  readonly values?: ContactValues;
  /** Words beside a plain yes; undefined: didn't agree. */
  readonly consent?: string;
  readonly errors: readonly LineError[];
}

const UNSTORABLE = {
  code: 'characters',
  en: 'has a character that can’t be stored',
  es: 'tiene un carácter que no se puede guardar',
};
/** NUL, half a pair, and what no decoder could read. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const list = (text: string): string[] =>
  text
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

interface Gathered {
  readonly plain: Record<string, string>;
  readonly fields: Record<string, FieldValue>;
  readonly errors: LineError[];
}

/** Cells to the targets that they were mapped to; two columns of one target are joined, or the first wins. */
function gather(
  cells: readonly string[],
  { columns, targets }: Settings,
  definitions: readonly ContactField[],
  country: string,
): Gathered {
  const found: Gathered = { plain: {}, fields: {}, errors: [] };
  for (const [i, target] of targets.entries()) {
    const text = (cells[i] ?? '').trim();
    if (target === null || text === '') continue;
    const column = columns[i] ?? null;
    if (!isStorable(text)) found.errors.push({ column, field: target, ...UNSTORABLE });
    else if (!target.startsWith('fields.')) {
      const old = found.plain[target];
      found.plain[target] = old !== undefined && target === 'tags' ? `${old},${text}` : (old ?? text);
    } else {
      const definition = definitions.find(({ key, archived }) => !archived && `fields.${key}` === target);
      if (!definition) continue;
      try {
        found.fields[definition.key] ??= readValue(definition, text, country);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const [first] = error.options.fields ?? [];
        if (first) found.errors.push({ column, field: target, code: first.code, ...first.message });
      }
    }
  }
  return found;
}

/** Reads one record as the settings say. Tells everything that is wrong with it at once. */
export function readLine(
  record: FileRecord,
  settings: Settings,
  definitions: readonly ContactField[],
  country: string,
): Line {
  const { line } = record;
  const raw = record.raw.replaceAll('\0', '\ufffd').toWellFormed();
  if (record.broken) return { line, raw, errors: [{ column: null, field: null, ...record.broken }] };
  const { plain, fields, errors } = gather(record.cells, settings, definitions, country);
  const { firstName = '', lastName = '' } = plain;
  // A cell of several lines is one line of a contact.
  const name = (plain['name'] ?? `${firstName} ${lastName}`).trim().replaceAll(/\s+/g, ' ');
  const columnOf = (field: string): string | null => {
    const wanted = field === 'name' && !settings.targets.includes('name') ? 'firstName' : field;
    return settings.columns[settings.targets.indexOf(wanted)] ?? null;
  };
  const { values, refusals } = checkLine(
    {
      name,
      email: plain['email'],
      phone: plain['phone'],
      taxId: plain['taxId'],
      tags: [...settings.tags, ...list(plain['tags'] ?? '')],
      ...(Object.keys(fields).length > 0 && { fields }),
    },
    country,
  );
  for (const { field, code, message } of refusals)
    errors.push({ column: columnOf(field), field, code, ...message });
  if (!values || errors.length > 0) return { line, raw, errors };
  const said = plain['consent'];
  const agreed = said !== undefined && readBoolean(said) !== false;
  return {
    line,
    raw,
    values,
    errors,
    ...(settings.consent && agreed && { consent: readBoolean(said) === true ? '' : said }),
  };
}
