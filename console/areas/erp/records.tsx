'use client';

import { ReceiptText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { FilterChips } from '#components/data/filter-chips.tsx';
import { readFilters, writeFilters } from '#components/data/filters.ts';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { usePaging } from '#components/data/paging.ts';
import { SearchField } from '#components/data/search-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { usePosted } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { ChooseColumns } from './choose-columns.tsx';
import { domainOf } from './domain.ts';
import { columnsOf, knownOf, recordHref } from './models.ts';
import { OdooValue } from './odoo-value.tsx';
import { namesOfMoney, useCurrencies, useFields, useFieldTitle } from './use-fields.ts';

type Record_ = Readonly<Record<string, unknown>>;
const PAGE = 50;
const AMOUNT = /^(?:amount_|list_price|expected_revenue|qty_)/;

/** Records of one model, in an Odoo of that title: what is shown of them, and which, stands in the address. */
export function Records({ model, title }: { model: string; title: string }) {
  const t = useTranslations('erp');
  const [url, change] = useUrlState(['q', 'filters', 'columns', 'cursor']);
  const paging = usePaging();
  const fields = useFields(model);
  const titleOf = useFieldTitle(fields);
  const currencies = useCurrencies(model, fields);
  const names = columnsOf(model, url.columns);
  const known = knownOf(model);
  const filters = readFilters(url.filters);
  const searched = known?.columns[0] ?? 'display_name';
  const query = usePosted(
    '/odoo/search_read',
    {
      body: {
        model,
        fields: [...new Set([...names, ...namesOfMoney(names, currencies)])],
        domain: [
          ...(known?.domain ?? []),
          ...domainOf(filters),
          ...(url.q ? [[searched, 'ilike', url.q]] : []),
        ],
        limit: PAGE,
        ...(known && { order: known.order }),
        ...(url.cursor && { cursor: url.cursor }),
      },
    },
    { keep: true },
  );
  const offered =
    fields.length > 0 ? fields : names.map((name) => ({ name, title: titleOf(name), type: '' }));
  const columns = names.map((name, index): Column<Record_> => ({
    id: name,
    header: titleOf(name),
    cell: (row) => (
      <span className="line-clamp-2 break-words">
        <OdooValue field={name} value={row[name]} currency={row[currencies.get(name) ?? '']} />
      </span>
    ),
    wide: index > 0 && name !== 'amount_total' && name !== 'state',
    className: AMOUNT.test(name) || currencies.has(name) ? 'text-right' : '',
  }));
  if (query.error?.code === 'engine_not_found')
    return (
      <Card>
        <EmptyState
          icon={ReceiptText}
          text={t('notInstalled')}
          action={<LaunchButton engine="odoo" title={title} variant="outline" />}
        />
      </Card>
    );
  const filtered = url.q !== undefined || filters.length > 0;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label={t('search')}
          placeholder={t('search')}
          value={url.q}
          onChange={(q) => change({ q, cursor: undefined })}
        />
        <FilterChips
          filters={filters}
          columns={offered}
          onChange={(next) => change({ filters: writeFilters(next), cursor: undefined })}
        />
        <ChooseColumns
          fields={offered}
          chosen={names}
          onChange={(next) => change({ columns: next.join(','), cursor: undefined })}
        />
      </div>
      <DataTable
        label={known ? t(`known.${known.id}`) : model}
        query={query}
        columns={columns}
        rowId={(row) => String(row['id'])}
        href={(row) => recordHref(model, Number(row['id']), url.columns)}
        paging={paging}
        empty={
          <EmptyState
            icon={ReceiptText}
            text={filtered ? t('nothingFound') : t('empty')}
            action={
              filtered && (
                <Button
                  variant="outline"
                  onClick={() => change({ q: undefined, filters: undefined, cursor: undefined })}
                >
                  {t('clear')}
                </Button>
              )
            }
          />
        }
      />
    </>
  );
}
