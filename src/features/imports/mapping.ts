import { readCsv, type Delimiter } from './files/csv.ts';
import { START, type FileRecord, type Place } from './files/record.ts';
import { VCARD_COLUMNS } from './files/vcard.ts';
import type { ContactField } from '#features/contact-fields/index.ts';

/** What a column can be; `fields.<key>` beside these. */
const TARGETS = ['name', 'firstName', 'lastName', 'email', 'phone', 'taxId', 'tags', 'consent'] as const;
export const TARGET =
  /^(?:name|firstName|lastName|email|phone|taxId|tags|consent|fields\.[a-z][a-z0-9_]{0,39})$/;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Headers as Chilean and English programs write them, folded. */
const WORDS: Readonly<Record<(typeof TARGETS)[number], readonly string[]>> = {
  name: [
    'name',
    'full name',
    'display name',
    'contact',
    'contact name',
    'company',
    'customer',
    'client',
    'fn',
    'nombre',
    'nombre completo',
    'nombre y apellido',
    'nombres y apellidos',
    'razon social',
    'cliente',
    'contacto',
    'empresa',
    'proveedor',
    'nombre o razon social',
    'nombre cliente',
    'nombre contacto',
  ],
  firstName: ['first name', 'given name', 'nombres', 'primer nombre', 'nombre de pila'],
  lastName: ['last name', 'family name', 'surname', 'apellido', 'apellidos'],
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'e mail address',
    'correo',
    'correo electronico',
    'correo e',
    'email 1 value',
    'e mail 1 value',
    'direccion de correo',
    'direccion de correo electronico',
  ],
  phone: [
    'phone',
    'phone number',
    'telephone',
    'mobile',
    'mobile phone',
    'cell',
    'tel',
    'whatsapp',
    'phone 1 value',
    'telefono',
    'fono',
    'celular',
    'movil',
    'telefono movil',
    'telefono celular',
    'numero de telefono',
    'n telefono',
  ],
  taxId: [
    'tax id',
    'tax number',
    'vat',
    'vat number',
    'rut',
    'run',
    'rut empresa',
    'rut cliente',
    'cuit',
    'ruc',
    'id tributario',
    'identificacion',
    'numero de identificacion',
    'nif',
  ],
  tags: [
    'tags',
    'labels',
    'categories',
    'groups',
    'group membership',
    'etiquetas',
    'etiqueta',
    'categorias',
    'grupos',
    'grupo',
    'segmento',
  ],
  consent: [
    'consent',
    'opt in',
    'optin',
    'consentimiento',
    'autoriza',
    'acepta',
    'acepta correos',
    'acepta publicidad',
  ],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([target, words]) => words.map((word) => [word, target] as const)),
);

export type Mapping = Readonly<Record<string, string>>;

/** What each column probably is; columns without a guess are left out. Each target is given once. */
export function guessMapping(columns: readonly string[], fields: readonly ContactField[]): Mapping {
  const own = new Map(
    fields
      .filter(({ archived }) => !archived)
      .flatMap(({ key, title }) => [
        [fold(key), `fields.${key}`] as const,
        [fold(title), `fields.${key}`] as const,
      ]),
  );
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const column of columns) {
    const target = BY_WORD.get(fold(column)) ?? own.get(fold(column));
    if (target === undefined || taken.has(target)) continue;
    taken.add(target);
    mapping[column] = target;
  }
  // «Nombre» beside «Apellido» is the first name.
  const [whole] = Object.entries(mapping).find(([, target]) => target === 'name') ?? [];
  if (whole !== undefined && taken.has('lastName') && !taken.has('firstName')) mapping[whole] = 'firstName';
  return mapping;
}

/** Names that tell the columns apart: of the header, else their number; a repetition gets one too. */
function namesOf(cells: readonly string[], header: boolean): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = (header ? cell.trim().slice(0, 200) : '') || String(i + 1);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** A first row of which no cell looks like data, or some is a header that we know. */
const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => BY_WORD.has(fold(cell))) || !cells.some((cell) => /@|\d{4}/.test(cell));

export interface Table {
  readonly columns: readonly string[];
  readonly header: boolean;
  /** Where the first contact stands. */
  readonly begin: Place;
  readonly first: FileRecord | undefined;
}

/** Columns of a CSV text. `header` undefined: found out by looking. */
export function tableOf(text: Buffer, delimiter: Delimiter, header: boolean | undefined): Table {
  const { records, next } = readCsv(text, START, delimiter, 1);
  const first = records.find(({ broken }) => !broken);
  const has = header ?? (first !== undefined && looksLikeHeader(first.cells));
  return { columns: namesOf(first?.cells ?? [], has), header: has, begin: has ? next : START, first };
}

export const VCARD_TABLE: Table = { columns: VCARD_COLUMNS, header: false, begin: START, first: undefined };
