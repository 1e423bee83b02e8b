import type { Filter } from '#components/data/filters.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const valueOf = (text: string): string | number | boolean => {
  if (text === 'true' || text === 'false') return text === 'true';
  return NUMBER.test(text) ? Number(text) : text;
};

/** Our words as Odoo writes them. */
const CONDITIONS: Readonly<Record<string, (column: string, value: string) => readonly unknown[]>> = {
  contains: (column, value) => [column, 'ilike', value],
  is: (column, value) => [column, '=', valueOf(value)],
  not: (column, value) => [column, '!=', valueOf(value)],
  more: (column, value) => [column, '>=', valueOf(value)],
  less: (column, value) => [column, '<=', valueOf(value)],
  empty: (column) => [column, '=', false],
  filled: (column) => [column, '!=', false],
};

export const domainOf = (filters: readonly Filter[]): unknown[] =>
  filters.flatMap(({ column, operator, value }) => {
    const condition = Object.hasOwn(CONDITIONS, operator) ? CONDITIONS[operator] : undefined;
    return condition ? [condition(column, value)] : [];
  });
