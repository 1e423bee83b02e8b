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
const SHOWN = ['waiting', ...STATUSES, 'all'] as const;
/** Chatwoot tells us of most changes; this is for the rest. */
const LOOK_AGAIN_MS = 20_000;

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
  const [url, change] = useUrlState(['status', 'q', 'cursor']);
  const shown = SHOWN.find((one) => one === url.status) ?? 'open';
  // A search looks at all of them.
  const columns = useColumns(shown === 'all' || url.q !== undefined);
  const query = useApi(
    '/chatwoot/conversations',
    {
      query: {
        limit: PAGE,
        sort: 'activity',
        ...(shown === 'waiting' ? { status: 'open', waiting: true } : { status: shown }),
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
        query={waitingFirst(query)}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => conversationHref(id)}
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

type Query = ReturnType<typeof useApi<'/chatwoot/conversations'>>;

/** Of the page that is shown, who waits for an answer: Chatwoot itself lists by time only. */
const waitingFirst = (query: Query): Query =>
  query.data
    ? {
        ...query,
        data: {
          ...query.data,
          data: query.data.data.toSorted(
            (a, b) => Number(b.waitingSince !== null) - Number(a.waitingSince !== null),
          ),
        },
      }
    : query;

function Who({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { contact, unread, id, status, waitingSince } = conversation;
  return (
    <>
      <span className="flex items-center gap-2">
        {waitingSince !== null && (
          <span role="img" aria-label={t('waits')} className="size-2 shrink-0 rounded-full bg-primary" />
        )}
        <span className="line-clamp-1 break-all">{contact?.name ?? t('nameless')}</span>
        <span className="hidden shrink-0 text-[13px] font-normal text-muted-foreground tabular-nums md:inline">
          {t('number', { id })}
        </span>
        {unread > 0 && (
          <Badge tone="accent" className="shrink-0 tabular-nums">
            {t('unread', { count: unread })}
          </Badge>
        )}
      </span>
      <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
        <span className="md:hidden">
          {isStatus(status) && status !== 'open' && `${t(`status.${status}`)} · `}
        </span>
        <Glimpse conversation={conversation} />
      </span>
    </>
  );
}

/** What was said last, and by which side. */
function Glimpse({ conversation: { lastMessage } }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  if (!lastMessage) return t('noMessagesYet');
  const words = lastMessage.content || t('onlyAFile');
  if (lastMessage.private) return t('noteSaid', { words });
  return lastMessage.type === 'incoming' ? words : t('weSaid', { words });
}

function When({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { lastActivityAt, createdAt, waitingSince } = conversation;
  const at = lastActivityAt ?? createdAt;
  return (
    <span className="grid justify-items-end text-[13px] text-muted-foreground">
      {at !== null && <Ago at={at} />}
      {waitingSince !== null && (
        <span className="text-xs font-medium whitespace-nowrap text-primary">{t('waits')}</span>
      )}
    </span>
  );
}
