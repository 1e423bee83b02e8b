import type { Column } from '#components/data/data-table.tsx';
import { isNumber, textOf, type DataRow, type TableColumn } from './rows.ts';

/** What fits on a phone beside the first. */
const NARROW = 2;
/** A row tells itself from others by its name more than by its number. */
const isNaming = ({ name }: TableColumn): boolean => /^(?:name|title|nombre|titulo)$/.test(name);

export function columnsFor(columns: readonly TableColumn[]): readonly Column<DataRow>[] {
  const naming = columns.filter(isNaming);
  const rest = columns.filter((one) => !isNaming(one) && one.name !== 'id');
  const id = columns.filter(({ name }) => name === 'id' && !naming.some((one) => one.name === name));
  const sorted = [...id, ...naming, ...rest];
  return sorted.map((column, index) => ({
    id: column.name,
    header: column.name,
    cell: (row) => <Cell value={row[column.name]} />,
    wide: index >= NARROW,
    className: isNumber(column) && index > 0 ? 'text-right tabular-nums' : '',
  }));
}

/** Whatever it is, it stands as text. */
const Cell = ({ value }: { value: unknown }) =>
  value === null || value === undefined ? (
    <span className="text-muted-foreground">—</span>
  ) : (
    <span className="line-clamp-1 max-w-80 break-all">{textOf(value)}</span>
  );
