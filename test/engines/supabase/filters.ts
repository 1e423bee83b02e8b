import type { Row } from './tables.ts';

/** Filters, as PostgREST reads them from an address. */
export interface Condition {
  readonly column: string;
  readonly test: (value: unknown) => boolean;
}

const list = (text: string): string[] => {
  const found = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)];
  return found.map(([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? bare!);
};

const compared = (value: unknown, operand: string): number =>
  typeof value === 'number'
    ? value - Number(operand)
    : String(value) < operand
      ? -1
      : String(value) > operand
        ? 1
        : 0;

const pattern = (text: string, flags: string): RegExp =>
  new RegExp(
    `^${text.replaceAll(/[.*+?^${}()|[\]\\%_]/g, (c) => (c === '*' || c === '%' ? '.*' : c === '_' ? '.' : `\\${c}`))}$`,
    flags,
  );

const OPERATORS: Readonly<Record<string, (value: unknown, operand: string) => boolean>> = {
  eq: (value, operand) => String(value) === operand,
  neq: (value, operand) => String(value) !== operand,
  gt: (value, operand) => compared(value, operand) > 0,
  gte: (value, operand) => compared(value, operand) >= 0,
  lt: (value, operand) => compared(value, operand) < 0,
  lte: (value, operand) => compared(value, operand) <= 0,
  like: (value, operand) => pattern(operand, 's').test(String(value)),
  ilike: (value, operand) => pattern(operand, 'is').test(String(value)),
  in: (value, operand) => list(operand.slice(1, -1)).includes(String(value)),
};

/** @throws undefined when it can't be read */
export function condition(column: string, text: string): Condition | undefined {
  const negated = text.startsWith('not.');
  const [, operator = '', operand = ''] = /^([a-z]+)\.(.*)$/s.exec(negated ? text.slice(4) : text) ?? [];
  const holds =
    operator === 'is'
      ? (value: unknown) => String(value) === operand
      : OPERATORS[operator] && ((value: unknown) => value !== null && OPERATORS[operator]!(value, operand));
  if (!holds) return undefined;
  // As in SQL, neither a comparison with null nor its contrary is true.
  return {
    column,
    test: (value) => (negated ? (operator === 'is' || value !== null) && !holds(value) : holds(value)),
  };
}

export function sorted(rows: readonly Row[], order: string): Row[] {
  const parts = order.split(',').map((part) => part.split('.'));
  return rows.toSorted((a, b) => {
    for (const [column = '', ...how] of parts) {
      const [x, y] = [a[column], b[column]];
      if (x === y) continue;
      const down = how.includes('desc');
      const nullsFirst = how.includes('nullsfirst') || (down && !how.includes('nullslast'));
      if (x === null || y === null) return (x === null) === nullsFirst ? -1 : 1;
      return (x! < y! ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
}
