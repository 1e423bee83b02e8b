'use client';

import { ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import { useUrlState } from '#lib/url-state.ts';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters, FILTERS, momentOf } from './audit-filters.tsx';
import { AuditProof } from './audit-proof.tsx';
import { EntrySheet } from './entry-sheet.tsx';
import { useActorName } from './use-actor-name.ts';

export type Entry = Row<'/audit'>;
export type ActorKind = Entry['actor']['kind'];
const PAGE = 50;

function useColumns(): readonly Column<Entry>[] {
  const t = useTranslations('audit');
  const words = useEventWords();
  const nameOf = useActorName();
  return [
    {
      id: 'what',
      header: t('what'),
      cell: ({ action, target, actor, damaged }) => (
        <>
          <span className="flex flex-wrap items-center gap-2 break-all">
            {words(action)}
            {damaged && <Badge tone="danger">{t('damaged')}</Badge>}
          </span>
          <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
            <span className="md:hidden">{nameOf(actor)}</span>
            <span className="hidden md:inline">{target}</span>
          </span>
        </>
      ),
    },
    {
      id: 'who',
      header: t('who'),
      cell: ({ actor }) => (
        <>
          <span className="line-clamp-1 break-all">{nameOf(actor)}</span>
          <span className="text-[13px] text-muted-foreground">{t(`kinds.${actor.kind as 'person'}`)}</span>
        </>
      ),
      wide: true,
    },
    {
      id: 'cost',
      header: t('cost'),
      cell: ({ cost }) => cost && t('costShort', { requests: cost.requests, ms: cost.ms }),
      wide: true,
      className: 'whitespace-nowrap tabular-nums',
    },
    {
      id: 'at',
      header: t('when'),
      cell: ({ at }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={at} />
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
}

/** Who did what, with proof that nobody changed it afterwards. */
export function AuditPage() {
  const t = useTranslations('audit');
  const columns = useColumns();
  const paging = usePaging();
  const [url, change] = useUrlState([...FILTERS, 'entry', 'cursor']);
  const { since, until, actorKind, entry, cursor, ...texts } = url;
  const query = useApi(
    '/audit',
    {
      query: {
        limit: PAGE,
        ...texts,
        ...(actorKind && { actorKind: actorKind as 'person' }),
        ...(since && { since: momentOf(since) }),
        ...(until && { until: momentOf(until, 1) }),
        ...(cursor && { cursor }),
      },
    },
    { keep: true },
  );
  const filtered = FILTERS.some((name) => url[name] !== undefined);
  const clear = (): void =>
    change({ ...Object.fromEntries(FILTERS.map((name) => [name, undefined])), cursor: undefined });
  const chosen = query.data?.data.find(({ id }) => id === entry);
  const hrefOf = ({ id }: Entry): string => {
    const params = new URLSearchParams(Object.entries({ ...url, entry: id }).filter(([, value]) => value));
    return `/audit?${params.toString()}`;
  };
  return (
    <>
      <PageHeader title={t('title')} description={t('about')}>
        <AuditProof />
        <AuditExport />
      </PageHeader>
      <AuditFilters />
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={hrefOf}
        paging={paging}
        empty={
          filtered ? (
            <EmptyState
              icon={ScrollText}
              text={t('nothingFound')}
              action={
                <Button variant="outline" onClick={clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={ScrollText} text={t('empty')} />
          )
        }
      />
      {chosen && <EntrySheet entry={chosen} onClose={() => change({ entry: undefined })} />}
    </>
  );
}
