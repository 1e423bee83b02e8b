'use client';

import { Users } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { contactHref } from './paths.ts';

const NEWEST = 4;

/** On the home page: who is new. */
export function ContactsCard() {
  const t = useTranslations('contacts');
  const may = useMay();
  const { data, error, refetch } = useApi('/contacts', { query: { limit: NEWEST } });
  return (
    <Card className={LIST_CARD}>
      <CardHeader
        title={t('newest')}
        action={
          <ButtonLink variant="link" size="sm" href="/contacts">
            {t('all')}
          </ButtonLink>
        }
      />
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows rows={NEWEST} />}
      {data?.data.length === 0 && (
        <EmptyState
          icon={Users}
          text={t('empty')}
          action={may('contacts:write') && <ButtonLink href="/contacts?new=1">{t('new')}</ButtonLink>}
        />
      )}
      <ul className="divide-y">
        {data?.data.map((contact) => (
          <li
            key={contact.id}
            className="relative flex h-12 items-center justify-between gap-3 px-4 hover:bg-muted/60"
          >
            <Link
              href={contactHref(contact.id)}
              prefetch={false}
              className="truncate font-medium after:absolute after:inset-0"
            >
              {contact.name}
            </Link>
            <span className="text-[13px] text-muted-foreground">
              <Ago at={contact.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
