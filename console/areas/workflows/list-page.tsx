'use client';

import { History, Workflow as WorkflowIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate, useEngine } from '#components/data/engine-gate.tsx';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { SearchField } from '#components/data/search-field.tsx';
import { Ago } from '#components/data/time.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { executionsHref, nameOf, workflowHref } from './paths.ts';
import { ActiveBadge, useTriggerWords } from './words.tsx';

type Workflow = Row<'/n8n/workflows'>;
const PAGE = 50;

function useColumns(): readonly Column<Workflow>[] {
  const t = useTranslations('workflows');
  const words = useTriggerWords();
  return [
    { id: 'name', header: t('name'), cell: (row) => <Name workflow={row} /> },
    {
      id: 'state',
      header: t('state'),
      cell: ({ active }) => <ActiveBadge active={active} />,
      className: 'w-px',
    },
    {
      id: 'triggers',
      header: t('triggers'),
      cell: ({ triggers }) =>
        triggers.length > 0 ? (
          triggers.map(words).join(', ')
        ) : (
          <span className="text-muted-foreground">{t('byHand')}</span>
        ),
      wide: true,
    },
    {
      id: 'updated',
      header: t('updated'),
      cell: ({ updatedAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={updatedAt} />
        </span>
      ),
      wide: true,
      className: 'w-px text-right',
    },
  ];
}

export function WorkflowsPage() {
  const t = useTranslations('workflows');
  const { engine } = useEngine('n8n');
  return (
    <>
      <PageHeader title={t('title')}>
        {engine?.usable && (
          <>
            <ButtonLink variant="outline" href={executionsHref()}>
              <History aria-hidden />
              {t('executions')}
            </ButtonLink>
            <LaunchButton engine="n8n" title={engine.title} variant="outline" />
          </>
        )}
      </PageHeader>
      <EngineGate engine="n8n" icon={WorkflowIcon} text={t('notConnected')}>
        {() => <Workflows />}
      </EngineGate>
    </>
  );
}

const SHOWN = { all: undefined, active: true, inactive: false } as const;
type Shown = keyof typeof SHOWN;

function Workflows() {
  const t = useTranslations('workflows');
  const columns = useColumns();
  const paging = usePaging();
  const [url, change] = useUrlState(['show', 'q', 'cursor']);
  const show: Shown = url.show === 'active' || url.show === 'inactive' ? url.show : 'all';
  const active = SHOWN[show];
  const query = useApi(
    '/n8n/workflows',
    {
      query: {
        limit: PAGE,
        ...(active !== undefined && { active }),
        ...(url.q && { name: url.q }),
        ...(url.cursor && { cursor: url.cursor }),
      },
    },
    { keep: true },
  );
  const filtered = url.q !== undefined || show !== 'all';
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <FilterTabs
          label={t('state')}
          value={show}
          onChange={(next) => change({ show: next === 'all' ? undefined : next, cursor: undefined }, true)}
          options={(['all', 'active', 'inactive'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`),
          }))}
        />
        <SearchField
          label={t('search')}
          placeholder={t('searchHint')}
          value={url.q}
          onChange={(q) => change({ q, cursor: undefined })}
        />
      </div>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => workflowHref(id)}
        paging={paging}
        empty={
          <EmptyState
            icon={WorkflowIcon}
            text={t(filtered ? 'nothingFound' : 'empty')}
            action={
              filtered && (
                <Button
                  variant="outline"
                  onClick={() => change({ show: undefined, q: undefined, cursor: undefined })}
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

function Name({ workflow }: { workflow: Workflow }) {
  const words = useTriggerWords();
  const { name, triggers, tags } = workflow;
  return (
    <>
      <span className="line-clamp-1 break-all">{nameOf(name)}</span>
      <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
        <span className="md:hidden">{triggers.map(words).join(', ')}</span>
        <span className="hidden md:inline">{tags.join(' · ')}</span>
      </span>
    </>
  );
}
