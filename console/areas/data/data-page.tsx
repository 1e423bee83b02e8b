'use client';

import { Database } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate, useEngine } from '#components/data/engine-gate.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { columnsOf, tableHref, type Table } from './rows.ts';

export function DataPage() {
  const t = useTranslations('data');
  const { engine } = useEngine('supabase');
  return (
    <>
      <PageHeader title={t('title')}>
        {engine?.usable && <LaunchButton engine="supabase" title={engine.title} variant="outline" />}
      </PageHeader>
      <EngineGate engine="supabase" icon={Database} text={t('notConnected')}>
        {({ title }) => <Tables title={title} />}
      </EngineGate>
    </>
  );
}

function Tables({ title }: { title: string }) {
  const t = useTranslations('data');
  const query = useApi('/supabase/tables', {});
  const columns: readonly Column<Table>[] = [
    {
      id: 'name',
      header: t('table'),
      cell: ({ name, description }) => (
        <>
          <span className="line-clamp-1 break-all">{name}</span>
          <span className="line-clamp-1 text-[13px] font-normal text-muted-foreground">{description}</span>
        </>
      ),
    },
    {
      id: 'columns',
      header: t('columns'),
      cell: (table) => (
        <span className="line-clamp-1 text-muted-foreground">
          {columnsOf(table)
            .map(({ name }) => name)
            .join(', ')}
        </span>
      ),
      wide: true,
    },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      rowId={({ name }) => name}
      href={({ name }) => tableHref(name)}
      empty={
        <EmptyState
          icon={Database}
          text={t('noTables')}
          action={<LaunchButton engine="supabase" title={title} variant="outline" />}
        />
      }
    />
  );
}
