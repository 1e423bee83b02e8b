'use client';

import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { TimelineEntry } from './timeline-entry.tsx';

type Entry = Row<'/contacts/{id}/timeline'>;
const SHOWN = 25;

/** What happened with a contact, newest first; what is older is fetched when it is asked for. */
export function ContactTimeline({ id }: { id: string }) {
  const t = useTranslations('contacts');
  return (
    <Card>
      <CardHeader title={t('timeline')} />
      <Entries key={id} id={id} />
    </Card>
  );
}

function Entries({ id, cursor }: { id: string; cursor?: string }) {
  const t = useTranslations('contacts');
  const [older, setOlder] = useState<string>();
  const query = { limit: SHOWN, ...(cursor !== undefined && { cursor }) };
  const { data, error, refetch } = useApi(
    '/contacts/{id}/timeline',
    { path: { id }, query },
    { enabled: id !== '' },
  );
  const next = data?.nextCursor ?? undefined;
  return (
    <>
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows />}
      {data?.data.length === 0 && cursor === undefined && (
        <EmptyState icon={History} text={t('timelineEmpty')} />
      )}
      <ol className="px-4 pb-4">
        {withoutEchoes(data?.data ?? []).map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {next !== undefined && older === undefined && (
        <div className="px-4 pb-4">
          <Button variant="outline" size="sm" onClick={() => setOlder(next)}>
            {t('older')}
          </Button>
        </div>
      )}
      {older !== undefined && <Entries id={id} cursor={older} />}
    </>
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
