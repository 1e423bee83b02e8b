'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';

type Entry = Row<'/contacts/{id}/timeline'>;
const SHOWN = 50;

/** What happened with a contact, newest first. */
export function ContactTimeline({ id }: { id: string }) {
  const t = useTranslations('contacts');
  const words = useEventWords();
  const query = useApi(
    '/contacts/{id}/timeline',
    { path: { id }, query: { limit: SHOWN } },
    { enabled: id !== '' },
  );
  const { data, error, refetch } = query;
  return (
    <Card>
      <CardHeader title={t('timeline')} />
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows />}
      {data?.data.length === 0 && <EmptyState icon={History} text={t('timelineEmpty')} />}
      <ol className="px-4 pb-4">
        {withoutEchoes(data?.data ?? []).map((entry) => (
          <li key={entry.id} className="relative border-l pb-4 pl-5 last:pb-0">
            <span
              aria-hidden
              className="absolute top-1.5 -left-[5px] size-2.5 rounded-full border-2 border-card bg-primary"
            />
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className="font-medium">{words(entry.kind)}</p>
              <p className="text-[13px] text-muted-foreground">
                <Ago at={entry.at} />
              </p>
            </div>
            <Detail entry={entry} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** How far apart the same fact may be told by two sources. */
const ECHO_MS = 2_000;

/** The audit tells again what the contact book tells: once is enough. */
function withoutEchoes(entries: readonly Entry[]): readonly Entry[] {
  const near = (a: Entry, b: Entry): boolean => Math.abs(Date.parse(a.at) - Date.parse(b.at)) < ECHO_MS;
  return entries.filter(
    (one) =>
      one.source !== 'audit' ||
      !entries.some((other) => other.source !== 'audit' && other.kind === one.kind && near(other, one)),
  );
}

/** What was said, where something was said. */
function Detail({ entry }: { entry: Entry }) {
  const text = ['message', 'text', 'evidence', 'purpose'].map((key) => entry.data[key]).find(isText);
  return text === undefined ? null : <p className="mt-0.5 break-words text-muted-foreground">{text}</p>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
