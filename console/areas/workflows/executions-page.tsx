'use client';

import { History, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate } from '#components/data/engine-gate.tsx';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { executionHref } from './paths.ts';
import { useWorkflowNames } from './use-failures.ts';
import { EXECUTION_STATUSES, ExecutionBadge, isExecutionStatus, useDuration } from './words.tsx';

type Execution = Row<'/n8n/executions'>;
const PAGE = 50;
const LOOK_AGAIN_MS = 15_000;

export function ExecutionsPage() {
  const t = useTranslations('workflows');
  return (
    <>
      <PageHeader title={t('executions')} back={{ href: '/workflows', label: t('title') }} />
      <EngineGate engine="n8n" icon={History} text={t('notConnected')}>
        {() => <Executions />}
      </EngineGate>
    </>
  );
}

function useColumns(nameFor: (id: string) => string): readonly Column<Execution>[] {
  const t = useTranslations('workflows');
  const duration = useDuration();
  return [
    {
      id: 'workflow',
      header: t('workflow'),
      cell: ({ id, workflowId, status }) => (
        <>
          <span className="line-clamp-1 break-all">{nameFor(workflowId)}</span>
          <span className="flex items-center gap-2 text-[13px] font-normal text-muted-foreground tabular-nums">
            {t('number', { id })}
            <span className="md:hidden">
              <ExecutionBadge status={status} />
            </span>
          </span>
        </>
      ),
    },
    {
      id: 'status',
      header: t('state'),
      cell: ({ status }) => <ExecutionBadge status={status} />,
      wide: true,
      className: 'w-px whitespace-nowrap',
    },
    {
      id: 'took',
      header: t('took'),
      cell: ({ startedAt, stoppedAt }) =>
        startedAt !== null && stoppedAt !== null && duration(Date.parse(stoppedAt) - Date.parse(startedAt)),
      wide: true,
      className: 'w-px text-right tabular-nums whitespace-nowrap',
    },
    {
      id: 'started',
      header: t('started'),
      cell: ({ startedAt }) => (
        <span className="text-[13px] text-muted-foreground">
          {startedAt !== null && <Ago at={startedAt} />}
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
}

function Executions() {
  const t = useTranslations('workflows');
  const nameFor = useWorkflowNames();
  const columns = useColumns(nameFor);
  const paging = usePaging();
  const [url, change] = useUrlState(['status', 'workflow', 'cursor']);
  const status = isExecutionStatus(url.status) ? url.status : undefined;
  const query = useApi(
    '/n8n/executions',
    {
      query: {
        limit: PAGE,
        ...(status && { status }),
        ...(url.workflow && { workflowId: url.workflow }),
        ...(url.cursor && { cursor: url.cursor }),
      },
    },
    { keep: true, refetchMs: LOOK_AGAIN_MS },
  );
  const filtered = status !== undefined || url.workflow !== undefined;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <FilterTabs
          label={t('state')}
          value={status ?? 'all'}
          onChange={(next) => change({ status: next === 'all' ? undefined : next, cursor: undefined }, true)}
          options={(['all', ...EXECUTION_STATUSES] as const).map((value) => ({
            value,
            label: value === 'all' ? t('filter.all') : t(`status.${value}`),
          }))}
        />
        {url.workflow !== undefined && (
          <Button variant="outline" onClick={() => change({ workflow: undefined, cursor: undefined })}>
            {nameFor(url.workflow)}
            <X role="img" aria-label={t('clear')} />
          </Button>
        )}
      </div>
      <DataTable
        label={t('executions')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => executionHref(id)}
        paging={paging}
        empty={
          <EmptyState
            icon={History}
            text={t(filtered ? 'noSuchExecution' : 'noExecutions')}
            action={
              filtered && (
                <Button
                  variant="outline"
                  onClick={() => change({ status: undefined, workflow: undefined, cursor: undefined })}
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
