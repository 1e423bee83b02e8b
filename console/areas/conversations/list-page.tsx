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
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { conversationHref } from './paths.ts';
import { isStatus, STATUSES, StatusBadge } from './status.tsx';

type Conversation = Row<'/chatwoot/conversations'>;
const PAGE = 25;
/** Chatwoot tells us of most changes; this is for the rest. */
const LOOK_AGAIN_MS = 20_000;

function useColumns(): readonly Column<Conversation>[] {
  const t = useTranslations('conversations');
  return [
    { id: 'contact', header: t('contact'), cell: (row) => <Who conversation={row} /> },
    {
      id: 'status',
      header: t('statusOf'),
      cell: ({ status }) => <StatusBadge status={status} />,
      wide: true,
    },
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
      cell: ({ lastActivityAt, createdAt }) => <When at={lastActivityAt ?? createdAt} />,
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
  const columns = useColumns();
  const paging = usePaging();
  const [url, change] = useUrlState(['status', 'q', 'cursor']);
  const status = isStatus(url.status) || url.status === 'all' ? url.status : 'open';
  const query = useApi(
    '/chatwoot/conversations',
    {
      query: {
        limit: PAGE,
        status,
        ...(url.q && { q: url.q }),
        ...(url.cursor && { cursor: url.cursor }),
      },
    },
    { keep: true, refetchMs: LOOK_AGAIN_MS },
  );
  const filtered = url.q !== undefined || url.status !== undefined;
  const show = (next: string): void =>
    change({ status: next === 'open' ? undefined : next, cursor: undefined }, true);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <FilterTabs
          label={t('statusOf')}
          value={status}
          onChange={show}
          options={[...STATUSES, 'all' as const].map((value) => ({ value, label: t(`filter.${value}`) }))}
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
        query={unreadFirst(query)}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => conversationHref(id)}
        paging={paging}
        empty={
          <EmptyState
            icon={MessagesSquare}
            text={t(filtered ? 'nothingFound' : 'empty')}
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

type Query = ReturnType<typeof useApi<'/chatwoot/conversations'>>;

/** Of the page that is shown: Chatwoot itself lists by time only. */
const unreadFirst = (query: Query): Query =>
  query.data
    ? {
        ...query,
        data: {
          ...query.data,
          data: query.data.data.toSorted((a, b) => Number(b.unread > 0) - Number(a.unread > 0)),
        },
      }
    : query;

function Who({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { contact, unread, id, status, labels } = conversation;
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="line-clamp-1 break-all">{contact?.name ?? t('nameless')}</span>
        {unread > 0 && (
          <Badge tone="accent" className="shrink-0 tabular-nums">
            {t('unread', { count: unread })}
          </Badge>
        )}
      </span>
      <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
        {t('number', { id })}
        <span className="md:hidden">{isStatus(status) && ` · ${t(`status.${status}`)}`}</span>
        {labels.length > 0 && ` · ${labels.join(', ')}`}
      </span>
    </>
  );
}

function When({ at }: { at: string | null }) {
  return <span className="text-[13px] text-muted-foreground">{at !== null && <Ago at={at} />}</span>;
}
