'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { ContactCard } from './contact-card.tsx';
import { FactorsCard } from './factors-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** What belongs to the person, in every company. */
export function AccountPage() {
  const t = useTranslations('account');
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('title')} description={t('about')} />
      <div className="grid gap-4">
        <ProfileCard />
        <ContactCard />
        <FactorsCard />
        <PasskeysCard />
        <SessionsCard />
      </div>
    </div>
  );
}
