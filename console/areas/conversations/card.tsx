'use client';

import { CircleCheck } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { withWords } from '#lib/i18n/area-words.tsx';
import conversations from '#messages/es/conversations.json';
import { conversationHref } from './paths.ts';
import { useWaiting } from './use-waiting.ts';

const SHOWN = 4;

function Waiting() {
  const t = useTranslations('conversations');
  const { data, error, refetch } = useWaiting();
  return (
    <Card className={LIST_CARD}>
      <CardHeader
        title={t('cardTitle')}
        action={
          <ButtonLink variant="link" size="sm" href="/conversations?status=waiting">
            {t('all')}
          </ButtonLink>
        }
      />
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows rows={SHOWN} />}
      {data?.data.length === 0 && <EmptyState icon={CircleCheck} text={t('nobodyWaits')} />}
      <ul className="divide-y">
        {data?.data.slice(0, SHOWN).map(({ id, contact, lastMessage, waitingSince }) => (
          <li key={id} className="relative flex h-12 items-center gap-3 px-4 hover:bg-muted/60">
            <Link
              href={conversationHref(id)}
              prefetch={false}
              className="max-w-[45%] shrink-0 truncate font-medium after:absolute after:inset-0"
            >
              {contact?.name ?? t('nameless')}
            </Link>
            <span className="min-w-0 flex-1 truncate text-[13px] text-muted-foreground">
              {lastMessage?.content}
            </span>
            <span className="shrink-0 text-[13px] text-muted-foreground">
              {waitingSince !== null && <Ago at={waitingSince} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On the home page: who waits for an answer. */
export const ConversationsCard = withWords({ conversations }, Waiting);
