import type { Filter } from '#components/data/filters.ts';
import type { Input, Row as RowOf } from '#lib/api/types.ts';

export type Table = RowOf<'/supabase/tables'>;
export type TableColumn = Table['columns'][number];
export type DataRow = Readonly<Record<string, unknown>>;
export type Condition = NonNullable<Input<'/supabase/query', 'post'>['body']['filters']>[number];

/** Whose a row is: always the company's, and never anybody's to write. */
const OWNER = 'tenant_id';

export const columnsOf = (table: Table | undefined): readonly TableColumn[] =>
  table?.columns.filter(({ name }) => name !== OWNER) ?? [];

export const tableHref = (name: string): string => `/data/table?name=${encodeURIComponent(name)}`;

const CONDITIONS: Readonly<Record<string, (column: string, value: string) => Condition>> = {
  contains: (column, value) => ({ column, operator: 'ilike', value: `*${value}*` }),
  is: (column, value) => ({ column, operator: 'eq', value }),
  not: (column, value) => ({ column, operator: 'neq', value }),
  more: (column, value) => ({ column, operator: 'gte', value }),
  less: (column, value) => ({ column, operator: 'lte', value }),
  empty: (column) => ({ column, operator: 'is', value: null }),
  filled: (column) => ({ column, operator: 'is', value: null, not: true }),
};

/** Our words as PostgREST writes them. */
export const conditionsOf = (filters: readonly Filter[]): Condition[] =>
  filters.flatMap(({ column, operator, value }) => {
    const condition = Object.hasOwn(CONDITIONS, operator) ? CONDITIONS[operator] : undefined;
    return condition ? [condition(column, value)] : [];
  });

/** What tells a row from the others: its id, or all of it. */
export function keyOf(row: DataRow): Condition[] {
  const parts: Condition[] = [];
  for (const [column, value] of Object.entries(row)) {
    if (value === null) parts.push({ column, operator: 'is', value });
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      parts.push({ column, operator: 'eq', value });
  }
  const id = parts.find(({ column, operator }) => column === 'id' && operator === 'eq');
  return id ? [id] : parts;
}

export const rowId = (row: DataRow): string => JSON.stringify(keyOf(row).map(({ value }) => value));

/** `-total` is the column total, downwards. */
export function orderOf(text: string | undefined, columns: readonly TableColumn[]) {
  const column = text?.replace(/^-/, '') ?? '';
  const chosen = columns.some(({ name }) => name === column)
    ? [{ column, descending: text?.startsWith('-') ?? false }]
    : [];
  // Pages need an order that tells all rows apart.
  const last = columns.find(({ name }) => name === 'id') ?? columns[0];
  return last && last.name !== column ? [...chosen, { column: last.name, descending: false }] : chosen;
}

const NUMBERS = /^(?:smallint|integer|bigint|numeric|real|double precision|int\d?|float\d?)/;
export const isNumber = ({ type }: TableColumn): boolean => NUMBERS.test(type);
export const isJson = ({ type }: TableColumn): boolean => type.startsWith('json') || type.endsWith('[]');

/** What a form's text is in a column; undefined when it can't be. Numbers too long for us stay text, which is fine there. */
export function valueOf(column: TableColumn, text: string): unknown {
  if (text === '') return null;
  if (column.type === 'boolean') return text === 'true';
  if (isJson(column)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
  if (!isNumber(column)) return text;
  const number = Number(text.replace(',', '.'));
  return Number.isSafeInteger(number) || !Number.isInteger(number) ? number : text;
}

export const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
