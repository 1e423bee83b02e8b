import { AppError, invalidField } from '#core/errors.ts';
import type { Embed, Filter, Order, Row } from './schema.ts';
import { isPlain, NAME, type Fence } from './settings.ts';

/** What proxies take in one line. */
const MAX_QUERY = 7_000;
const LISTS: ReadonlySet<Filter['operator']> = new Set(['in', 'cs', 'cd', 'ov']);

type Params = URLSearchParams;

/** A name as it stands in PostgREST's grammar; the schema has let nothing else through. */
function plain(name: string): string {
  if (NAME.test(name)) return name;
  throw new AppError('invalid_input');
}
/** The same where PostgREST would read some words as something else. */
function unreserved(name: string, field: string): string {
  if (isPlain(name)) return name;
  throw invalidField(field, 'invalid', {
    en: 'is a word of PostgREST’s own: no row can be found by it',
    es: 'es una palabra propia de PostgREST: no sirve para encontrar filas',
  });
}
const columnsOf = (columns: readonly string[]): string[] =>
  columns.map((one) => (one === '*' ? one : plain(one)));

const quoted = (value: unknown): string =>
  `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function operand({ operator, value }: Filter, index: number): string {
  const field = `filters.${index}.value`;
  if (operator === 'is') {
    if (value === null || typeof value === 'boolean') return String(value);
    throw invalidField(field, 'invalid', {
      en: 'must be null, true or false',
      es: 'debe ser null, true o false',
    });
  }
  if (value === null)
    throw invalidField(field, 'invalid', {
      en: 'must not be null: ask with the operator is',
      es: 'no debe ser null: pregunte con el operador is',
    });
  if (Array.isArray(value) !== LISTS.has(operator))
    throw invalidField(field, 'invalid', {
      en: LISTS.has(operator) ? 'must be a list' : 'must be one value',
      es: LISTS.has(operator) ? 'debe ser una lista' : 'debe ser un solo valor',
    });
  if (!Array.isArray(value)) return String(value);
  const all = value.map(quoted).join(',');
  return operator === 'in' ? `(${all})` : `{${all}}`;
}

/** The caller's filters, and ours in any case. */
export function addFilters(params: Params, table: string, filters: readonly Filter[], fence: Fence): void {
  for (const [index, one] of filters.entries())
    params.append(
      unreserved(one.column, `filters.${index}.column`),
      `${one.not ? 'not.' : ''}${one.operator}.${operand(one, index)}`,
    );
  addFence(params, '', table, fence);
}

function addFence(params: Params, prefix: string, table: string, fence: Fence): void {
  const column = fence.columnOf(table);
  if (column !== null) params.append(prefix + column, `eq.${fence.value}`);
}

/** `select`, with the fence around each joined table. Each is known by its name in the answer, which is unique. */
export function addSelect(
  params: Params,
  columns: readonly string[],
  embeds: readonly Embed[],
  fence: Fence,
): void {
  const part = (own: readonly string[], more: readonly Embed[], path: string): string => {
    const names = new Set(own);
    const joined = more.map((one) => {
      const as = unreserved(one.as ?? one.table, 'embed');
      if (names.has(as))
        throw invalidField('embed', 'invalid', {
          en: `has the name ${as} twice: give one another by as`,
          es: `repite el nombre ${as}: dé otro con as`,
        });
      names.add(as);
      addFence(params, `${path}${as}.`, one.table, fence);
      const hint = one.via === undefined ? '' : `!${plain(one.via)}`;
      return `${as}:${plain(one.table)}${hint}(${part(one.columns, one.embed ?? [], `${path}${as}.`)})`;
    });
    return [...columnsOf(own), ...joined].join(',');
  };
  params.append('select', part(columns, embeds, ''));
}

export function addOrder(params: Params, order: Order): void {
  if (order.length === 0) return;
  const parts = order.map(
    ({ column, descending, nulls }) =>
      `${plain(column)}.${descending ? 'desc' : 'asc'}${nulls ? `.nulls${nulls}` : ''}`,
  );
  params.append('order', parts.join(','));
}

/** Rows to write, each made the company's. @throws AppError invalid_input for one that says it is another's */
export function owned(rows: readonly Row[], table: string, fence: Fence, field: string): Row[] {
  const column = fence.columnOf(table);
  return rows.map((row, index) => {
    for (const name of Object.keys(row)) plain(name);
    if (column === null) return row;
    if (Object.hasOwn(row, column) && row[column] !== fence.value)
      throw invalidField(`${field}.${index}.${column}`.replace('values.0', 'values'), 'invalid', {
        en: 'is filled in by itself: leave it out',
        es: 'se completa por sí sola: omítala',
      });
    return { ...row, [column]: fence.value };
  });
}

/** @throws AppError invalid_input when it wouldn't fit into an address */
export function queryOf(params: Params): string {
  const text = params.toString();
  if (text.length > MAX_QUERY)
    throw invalidField('filters', 'too_long', {
      en: 'are too long together: ask in several parts',
      es: 'son demasiado largos en conjunto: pregunte por partes',
    });
  return text === '' ? '' : `?${text}`;
}
