'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '#lib/api/error.ts';
import { chooseCompany, inCompany } from '#lib/session/company.ts';
import { ME, useMe } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { CompanyForm } from './company-form.tsx';
import { EntryCard } from './entry-card.tsx';
import { ProvisioningBoard } from './provisioning-board.tsx';

/** A company of one's own: its RUT and name, then what is set up for it. */
export function StartPage() {
  const t = useTranslations('start');
  const router = useRouter();
  const client = useQueryClient();
  const [{ made }, change] = useUrlState(['made']);
  const [name, setName] = useState<string>();
  const { data: me, error } = useMe();
  const stranger = hasCode(error, 'unauthenticated') && !me;
  useEffect(() => {
    if (stranger) router.replace('/login?next=/start');
  }, [stranger, router]);
  if (made !== undefined)
    return (
      <EntryCard
        title={t('ready', { name: name ?? me?.tenants.find(({ slug }) => slug === made)?.name ?? '' })}
        description={t('readyText')}
      >
        <ProvisioningBoard onDone={() => router.replace(inCompany('/', made))} />
      </EntryCard>
    );
  return (
    <EntryCard title={t('title')} description={t('intro')}>
      <CompanyForm
        isFirst={me?.tenants.length === 0}
        onMade={(company) => {
          setName(company.name);
          chooseCompany(company.slug);
          void client.invalidateQueries({ queryKey: ME });
          change({ made: company.slug });
        }}
      />
    </EntryCard>
  );
}
