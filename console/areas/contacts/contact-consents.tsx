'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChannel } from '#components/consents/channels.ts';
import { WithdrawConsent } from '#components/consents/withdraw-consent.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { ConsentSheet } from './consent-sheet.tsx';

type Consent = Row<'/consents'>;
/** What a contact agreed to, in plain words. */
export function ContactConsents({ contact }: { contact: Row<'/contacts'> }) {
  const t = useTranslations('consents');
  const query = { contactId: contact.id, limit: 50 };
  const { data, error, refetch } = useApi('/consents', { query });
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <Card>
      <CardHeader
        title={t('title')}
        action={
          may('consents:write') && (
            <Button variant="link" size="sm" onClick={() => setAdding(true)}>
              {t('record')}
            </Button>
          )
        }
      />
      {adding && <ConsentSheet contact={contact} onClose={() => setAdding(false)} />}
      <div className="px-4 pb-4">
        {error && !data && <ProblemNote error={error} retry={refetch} />}
        {!data && !error && <SkeletonRows rows={2} />}
        {data?.data.length === 0 && <p className="text-muted-foreground">{t('none')}</p>}
        <ul className="grid gap-4">
          {data?.data.map((one) => (
            <OneConsent key={one.id} consent={one} name={contact.name} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function OneConsent({ consent, name }: { consent: Consent; name: string }) {
  const t = useTranslations('consents');
  const may = useMay();
  const { date } = useFormat();
  const [asking, setAsking] = useState(false);
  const [openedAt] = useState(Date.now);
  const channel = isChannel(consent.channel) ? t(`by.${consent.channel}`) : consent.channel;
  const { withdrawnBy } = consent;
  const takenBack = withdrawnBy !== null && isChannel(withdrawnBy) ? t(`by.${withdrawnBy}`) : t('by.link');
  const expired = consent.expiresAt !== null && Date.parse(consent.expiresAt) < openedAt;
  const state = consent.withdrawnAt !== null ? 'withdrawn' : expired ? 'expired' : 'valid';
  return (
    <li className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-words">{t('for', { purpose: consent.purpose })}</span>
        <Badge tone={state === 'valid' ? 'success' : 'neutral'}>{t(`states.${state}`)}</Badge>
      </p>
      <p className="text-[13px] text-muted-foreground">
        {t('given', { date: date(consent.givenAt), channel })}
        {consent.withdrawnAt !== null &&
          ` ${t('withdrawnOn', { date: date(consent.withdrawnAt), channel: takenBack })}`}
        {consent.expiresAt !== null && ` ${t('until', { date: date(consent.expiresAt) })}`}
      </p>
      {consent.evidence !== null && (
        <p className="text-[13px] break-words text-muted-foreground">
          {t('proof', { evidence: consent.evidence })}
        </p>
      )}
      <blockquote className="border-l-2 pl-3 text-[13px] break-words">{consent.text}</blockquote>
      {state === 'valid' && may('consents:write') && (
        <div className="pt-1">
          <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      {asking && <WithdrawConsent consent={consent} name={name} onClose={() => setAsking(false)} />}
    </li>
  );
}
