'use client';

import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { EngineGate, useEngine } from '#components/data/engine-gate.tsx';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { SearchField } from '#components/data/search-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { conversationHref } from './paths.ts';
import { When, Who } from './row.tsx';
import { StatusBadge } from './status.tsx';
import { SHOWN, useConversations, type Conversation } from './use-conversations.ts';

/** The status is told where it isn’t the same for all. */
function useColumns(mixed: boolean): readonly Column<Conversation>[] {
  const t = useTranslations('conversations');
  const status: Column<Conversation> = {
    id: 'status',
    header: t('statusOf'),
    cell: (row) => <StatusBadge status={row.status} />,
    wide: true,
  };
  return [
    { id: 'contact', header: t('contact'), cell: (row) => <Who conversation={row} /> },
    ...(mixed ? [status] : []),
    {
      id: 'assignee',
      header: t('assignee'),
      cell: ({ assignee }) =>
        assignee?.name ?? <span className="text-muted-foreground">{t('unassigned')}</span>,
      wide: true,
    },
    {
      id: 'activity',
      header: t('activity'),
      cell: (row) => <When conversation={row} />,
      className: 'w-px text-right',
    },
  ];
}

export function ConversationsPage() {
  const t = useTranslations('conversations');
  const { engine } = useEngine('chatwoot');
  return (
    <>
      <PageHeader title={t('title')}>
        {engine?.usable && <LaunchButton engine="chatwoot" title={engine.title} variant="outline" />}
      </PageHeader>
      <EngineGate engine="chatwoot" icon={MessagesSquare} text={t('notConnected')}>
        {() => <Conversations />}
      </EngineGate>
    </>
  );
}

function Conversations() {
  const t = useTranslations('conversations');
  const paging = usePaging();
  const { url, change, shown, query } = useConversations();
  // A search looks at all of them.
  const columns = useColumns(shown === 'all' || url.q !== undefined);
  const filtered = url.q !== undefined || url.status !== undefined;
  const show = (next: string): void =>
    change({ status: next === 'open' ? undefined : next, cursor: undefined }, true);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <FilterTabs
          label={t('statusOf')}
          value={shown}
          onChange={show}
          options={SHOWN.map((value) => ({ value, label: t(`filter.${value}`) }))}
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
        href={({ id }) => conversationHref(id, url)}
        paging={paging}
        empty={
          <EmptyState
            icon={MessagesSquare}
            text={t(shown === 'waiting' && !url.q ? 'nobodyWaits' : filtered ? 'nothingFound' : 'empty')}
            action={
              filtered && (
                <Button
                  variant="outline"
                  onClick={() => change({ status: undefined, q: undefined, cursor: undefined })}
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
