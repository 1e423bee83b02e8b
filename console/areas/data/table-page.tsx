'use client';

import { Plus, TableProperties } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { FilterChips } from '#components/data/filter-chips.tsx';
import { readFilters, writeFilters } from '#components/data/filters.ts';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { useApi, usePosted } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { OrderBy } from './order-by.tsx';
import { RowSheet } from './row-sheet.tsx';
import { columnsOf, conditionsOf, orderOf, rowId, tableHref } from './rows.ts';
import { columnsFor } from './table-columns.tsx';

const PAGE = 50;

/** Rows of one table; which of them, and in what order, stands in the address. */
export function TablePage() {
  const t = useTranslations('data');
  const may = useMay();
  const paging = usePaging();
  const [url, change] = useUrlState(['name', 'filters', 'order', 'cursor', 'new', 'row']);
  const name = url.name ?? '';
  const tables = useApi('/supabase/tables', {});
  const table = tables.data?.data.find((one) => one.name === name);
  const columns = columnsOf(table);
  const filters = readFilters(url.filters);
  const body = {
    table: name,
    filters: conditionsOf(filters),
    order: orderOf(url.order, columns),
    limit: PAGE,
    ...(url.cursor && { cursor: url.cursor }),
  };
  const query = usePosted('/supabase/query', { body }, { enabled: table !== undefined, keep: true });
  const open = query.data?.data.find((row) => rowId(row) === url.row);
  const close = (): void => change({ new: undefined, row: undefined });
  const params = new URLSearchParams(
    Object.entries({ name, filters: url.filters, order: url.order, cursor: url.cursor }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const add = may('supabase:write') && (
    <Button onClick={() => change({ new: '1' })}>
      <Plus aria-hidden />
      {t('newRow')}
    </Button>
  );
  const clear = (
    <Button variant="outline" onClick={() => change({ filters: undefined, cursor: undefined })}>
      {t('clear')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={name}
        description={table?.description ?? undefined}
        back={{ href: '/data', label: t('title') }}
      >
        {table && add}
      </PageHeader>
      {tables.error && !tables.data ? (
        <ProblemNote error={tables.error} retry={tables.refetch} />
      ) : tables.data && !table ? (
        <EmptyState icon={TableProperties} text={t('noSuchTable')} />
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center gap-2">
            <FilterChips
              filters={filters}
              columns={columns.map((one) => ({ name: one.name, title: one.name }))}
              onChange={(next) => change({ filters: writeFilters(next), cursor: undefined })}
            />
            <OrderBy
              columns={columns}
              value={url.order}
              onChange={(order) => change({ order, cursor: undefined })}
            />
          </div>
          <DataTable
            label={name}
            query={query}
            columns={columnsFor(columns)}
            rowId={rowId}
            href={(row) =>
              `${tableHref(name)}&${new URLSearchParams([...params].filter(([key]) => key !== 'name').concat([['row', rowId(row)]])).toString()}`
            }
            paging={paging}
            empty={
              filters.length > 0 ? (
                <EmptyState icon={TableProperties} text={t('nothingFound')} action={clear} />
              ) : (
                <EmptyState icon={TableProperties} text={t('noRows')} action={add} />
              )
            }
          />
        </>
      )}
      {table && (open || url.new !== undefined) && (
        <RowSheet key={url.row ?? 'new'} table={table} row={open} onClose={close} />
      )}
    </>
  );
}
