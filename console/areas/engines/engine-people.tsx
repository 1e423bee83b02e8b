'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useSession } from '#lib/session/session.tsx';

type Person = Row<'/engines/{engine}/people'>;
const TONES: Readonly<Record<string, Tone>> = {
  in: 'success',
  out: 'neutral',
  failed: 'danger',
  waiting: 'neutral',
};

function stateOf({ wanted, status }: Person): 'in' | 'out' | 'failed' | 'waiting' {
  if (status !== 'done') return status;
  return wanted === 'present' ? 'in' : 'out';
}

/** Who has a user there. They follow the company's people by themselves. */
export function EnginePeople({ engine, shut }: { engine: string; shut: boolean }) {
  const t = useTranslations('engines');
  const { data, error, refetch } = useApi('/engines/{engine}/people', { path: { engine } });
  return (
    <Card>
      <CardHeader title={t('people')} />
      <p className="px-4 pb-3 text-[13px] text-muted-foreground">{t('peopleAbout')}</p>
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows rows={2} />}
      {data?.data.length === 0 && <EmptyState icon={Users} text={t('peopleEmpty')} />}
      <ul className="divide-y border-t">
        {data?.data.map((person) => (
          <PersonItem key={person.person} person={person} shut={shut} />
        ))}
      </ul>
    </Card>
  );
}

function PersonItem({ person, shut }: { person: Person; shut: boolean }) {
  const t = useTranslations('engines');
  const { me } = useSession();
  // Their user is kept for when the company's part is opened again.
  const state = shut && stateOf(person) === 'in' ? 'out' : stateOf(person);
  const isMe = person.person === me.ugid;
  return (
    <li className="flex min-h-12 items-center justify-between gap-3 px-4 py-2">
      <div className="min-w-0">
        <p className="truncate">{person.name ?? (isMe ? t('you') : t('nameless'))}</p>
        {person.error && (
          <p className="text-[13px] break-words text-muted-foreground">{person.error.message}</p>
        )}
      </div>
      <Badge tone={TONES[state]!} className="shrink-0">
        {t(`person.${state}`)}
      </Badge>
    </li>
  );
}
