'use client';

import { ChartNoAxesCombined } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate, useEngine } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';

type Dashboard = Row<'/metabase/dashboards'>;
const PAGE = 50;

export function DashboardsPage() {
  const t = useTranslations('dashboards');
  const { engine } = useEngine('metabase');
  return (
    <>
      <PageHeader title={t('title')}>
        {engine?.usable && <LaunchButton engine="metabase" title={engine.title} variant="outline" />}
      </PageHeader>
      <EngineGate engine="metabase" icon={ChartNoAxesCombined} text={t('notConnected')}>
        {({ title }) => <Dashboards title={title} />}
      </EngineGate>
    </>
  );
}

function Dashboards({ title }: { title: string }) {
  const t = useTranslations('dashboards');
  const paging = usePaging();
  const query = useApi(
    '/metabase/dashboards',
    { query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) } },
    { keep: true },
  );
  const columns: readonly Column<Dashboard>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ name, description }) => (
        <>
          <span className="line-clamp-1 break-words">{name}</span>
          <span className="line-clamp-2 text-[13px] font-normal break-words text-muted-foreground">
            {description}
          </span>
        </>
      ),
    },
    {
      id: 'updated',
      header: t('updated'),
      cell: ({ updatedAt }) =>
        updatedAt !== null && (
          <span className="text-[13px] text-muted-foreground">
            <Ago at={updatedAt} />
          </span>
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      rowId={({ id }) => id}
      href={({ id }) => `/dashboards/view?id=${encodeURIComponent(id)}`}
      paging={paging}
      empty={
        <EmptyState
          icon={ChartNoAxesCombined}
          text={t('empty')}
          action={<LaunchButton engine="metabase" title={title} variant="outline" />}
        />
      }
    />
  );
}
