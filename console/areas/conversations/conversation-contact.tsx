'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useFormat } from '#lib/format/use-format.ts';

const LINK = 'text-primary underline-offset-4 hover:underline';

/** With whom, as Chatwoot knows them, and the way to what else is known of them here. */
export function ConversationContact({ conversation }: { conversation: Row<'/chatwoot/conversations'> }) {
  const t = useTranslations('conversations');
  const { date } = useFormat();
  const id = conversation.contact?.id ?? '';
  const { data, error } = useApi('/chatwoot/contacts/{id}', { path: { id } }, { enabled: id !== '' });
  const { assignee, createdAt } = conversation;
  return (
    <Card>
      <CardHeader title={t('contact')} />
      {!data && !error && id !== '' && (
        <div className="p-4">
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      <dl className="grid gap-3.5 p-4 pt-1">
        {data?.phone && (
          <Fact term={t('phone')}>
            <a href={`tel:${data.phone}`} className={LINK}>
              {showPhone(data.phone)}
            </a>
          </Fact>
        )}
        {data?.email && (
          <Fact term={t('email')}>
            <a href={`mailto:${data.email}`} className={LINK}>
              {data.email}
            </a>
          </Fact>
        )}
        <Fact term={t('assignee')}>{assignee?.name ?? t('unassigned')}</Fact>
        {createdAt !== null && <Fact term={t('begun')}>{date(createdAt)}</Fact>}
      </dl>
      {data && (
        <div className="border-t p-3">
          <ButtonLink variant="outline" size="sm" href={contactsHref(data)} className="w-full">
            {t('seeContact')}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** To the contact that it is here, or to those who may be it while Chatwoot doesn't know yet. */
function contactsHref({
  identifier,
  phone,
  email,
  name,
}: Record<'identifier' | 'phone' | 'email' | 'name', string | null>): string {
  if (identifier !== null && UUID.test(identifier)) return `/contacts/view?id=${identifier}`;
  return `/contacts?q=${encodeURIComponent(phone ?? email ?? name ?? '')}`;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-[13px] text-muted-foreground">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
