import type { Field, Fields } from './fields.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Times are UTC without a zone. */
const ODOO_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

const isPair = (value: unknown): value is [number, string] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';

/** A value as callers read it: null for nothing, a relation as `{id, name}`, times in ISO 8601. */
function fromOdoo(value: unknown, field: Field | undefined): unknown {
  const type = field?.type;
  if (value === false) return type === 'boolean' || type === undefined ? false : null;
  if (type === 'many2one' || type === 'reference') {
    if (isPair(value)) return { id: value[0], name: value[1] };
    return value;
  }
  if (type === 'datetime' && typeof value === 'string') {
    const [, day, time, fraction = ''] = ODOO_TIME.exec(value) ?? [];
    return day === undefined ? value : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  }
  return value;
}

export const rowFromOdoo = (row: Row, fields: Fields): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromOdoo(value, fields[name])]));

export const isIds = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one));

/** The other way round: what was read can be written back as it is. Commands of x2many fields go as they are. */
function toOdoo(value: unknown, field: Field | undefined): unknown {
  if (value === null) return field?.type === 'one2many' || field?.type === 'many2many' ? [[6, 0, []]] : false;
  switch (field?.type) {
    case 'many2one':
      return typeof value === 'object' && 'id' in value ? value.id : value;
    case 'one2many':
    case 'many2many':
      return isIds(value) ? [[6, 0, value]] : value;
    case 'datetime':
      return odooTime(value);
    default:
      return value;
  }
}

export const rowToOdoo = (row: Row, fields: Fields): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toOdoo(value, fields[name])]));

/** ISO 8601 as Odoo writes it; anything else as it is. */
export function odooTime(value: unknown): unknown {
  if (typeof value !== 'string' || !ISO_TIME.test(value)) return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString().slice(0, 19).replace('T', ' ');
}
