'use client';

import { Activity } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';

const SHOWN = 4;
/** Enough to find as many among what systems tell one another. */
const READ = 40;
/** Systems keeping in step: true, and of no interest. */
const CHATTER = /\.(?:told|synced|reached|progressed)$/;

/** What happened lately; live. */
export function ActivityCard() {
  const t = useTranslations('home');
  const words = useEventWords();
  const { data, error, refetch } = useApi('/events', { query: { latest: true, limit: READ } });
  const shown = data?.data
    .toReversed()
    .filter(({ name }) => !CHATTER.test(name))
    .slice(0, SHOWN);
  return (
    <Card className={LIST_CARD}>
      <CardHeader title={t('activity')} />
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows />}
      {shown?.length === 0 && <EmptyState icon={Activity} text={t('activityEmpty')} />}
      <ol className="divide-y">
        {shown?.map((event) => (
          <li key={event.id} className="flex h-12 items-center justify-between gap-3 px-4">
            <span className="truncate">{words(event.name)}</span>
            <span className="text-[13px] text-muted-foreground">
              <Ago at={event.occurredAt} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
