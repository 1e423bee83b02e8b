'use client';

import { useTranslations } from 'use-intl';
import type { Column } from '#components/data/data-table.tsx';
import { useFormat } from '#lib/format/use-format.ts';
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
    cell: (row) => <Cell value={row[column.name]} column={column} />,
    wide: index >= NARROW,
    className: isNumber(column) && index > 0 ? 'text-right tabular-nums' : '',
  }));
}

const MOMENT = /^timestamp/;

/** Whatever it is, it stands as text; moments and yes or no as people read them. */
function Cell({ value, column }: { value: unknown; column: TableColumn }) {
  const t = useTranslations('data');
  const { moment } = useFormat();
  if (value === null || value === undefined) return <span className="text-muted-foreground">—</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const isMoment = typeof value === 'string' && MOMENT.test(column.type) && !Number.isNaN(Date.parse(value));
  const words = isMoment ? moment(value) : textOf(value);
  return (
    <span className="line-clamp-1 max-w-80 break-all" title={isMoment ? value : undefined}>
      {words}
    </span>
  );
}
