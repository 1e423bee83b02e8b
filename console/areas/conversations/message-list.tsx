'use client';

import { MessagesSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useUrlState } from '#lib/url-state.ts';
import { Bubble } from './bubble.tsx';

export type Message = Row<'/chatwoot/conversations/{id}/messages'>;

const PAGE = 40;
const MOST = 100;
const LOOK_AGAIN_MS = 8_000;

/** The messages of a conversation, the newest at the bottom, where it begins. */
export function MessageList({ id }: { id: string }) {
  const t = useTranslations('conversations');
  const { date } = useFormat();
  const [{ all }, change] = useUrlState(['all']);
  const { data, error, refetch } = useApi(
    '/chatwoot/conversations/{id}/messages',
    { path: { id }, query: { limit: all === undefined ? PAGE : MOST } },
    { enabled: id !== '', keep: true, refetchMs: LOOK_AGAIN_MS },
  );
  const list = useRef<HTMLDivElement>(null);
  const newest = data?.data[0]?.id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  if (error && !data)
    return (
      <div className="p-4">
        <ProblemNote error={error} retry={refetch} />
      </div>
    );
  if (!data) return <BubbleSkeletons />;
  if (data.data.length === 0) return <EmptyState icon={MessagesSquare} text={t('noMessages')} />;
  const oldestFirst = data.data.toReversed();
  const dayOf = (message: Message | undefined): string => (message?.createdAt ? date(message.createdAt) : '');
  return (
    <div
      ref={list}
      role="log"
      aria-label={t('messages')}
      tabIndex={0}
      className="flex max-h-[calc(100dvh-30rem)] min-h-64 md:max-h-[calc(100dvh-22rem)] flex-col gap-2 overflow-y-auto p-4 -outline-offset-2"
    >
      {data.nextCursor !== null && all === undefined && (
        <Button variant="ghost" size="sm" className="self-center" onClick={() => change({ all: '1' })}>
          {t('earlier')}
        </Button>
      )}
      {oldestFirst.map((message, index) => {
        const day = dayOf(message);
        return (
          <div key={message.id} className="contents">
            {day !== dayOf(oldestFirst[index - 1]) && (
              <p className="py-1 text-center text-xs text-muted-foreground">{day}</p>
            )}
            <Bubble message={message} />
          </div>
        );
      })}
    </div>
  );
}

const BubbleSkeletons = () => (
  <div aria-hidden className="grid min-h-72 content-end gap-3 p-4">
    <Skeleton className="h-12 w-3/5" />
    <Skeleton className="ml-auto h-16 w-1/2" />
    <Skeleton className="h-10 w-2/5" />
  </div>
);
