'use client';

import { FileClock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { importHref, TONES, type Import } from './states.ts';

const PAGE = 20;

export function EarlierImports() {
  const t = useTranslations('imports');
  const { number } = useFormat();
  const paging = usePaging();
  const query = useApi(
    '/imports',
    { query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) } },
    { keep: true },
  );
  const columns: readonly Column<Import>[] = [
    {
      id: 'file',
      header: t('fileName'),
      cell: ({ fileName }) => <span className="line-clamp-1 break-all">{fileName}</span>,
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      id: 'created',
      header: t('createdCount'),
      cell: (row) => number(row.created),
      wide: true,
      className: 'text-right tabular-nums',
    },
    {
      id: 'failed',
      header: t('failedCount'),
      cell: (row) => number(row.failed),
      wide: true,
      className: 'text-right tabular-nums',
    },
    {
      id: 'at',
      header: t('when'),
      cell: ({ createdAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={createdAt} />
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
  return (
    <section aria-labelledby="earlier" className="grid gap-2">
      <h2 id="earlier" className="text-sm font-semibold">
        {t('earlier')}
      </h2>
      <DataTable
        label={t('earlier')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => importHref(id)}
        paging={paging}
        empty={<EmptyState icon={FileClock} text={t('noneYet')} />}
      />
    </section>
  );
}
