'use client';

import { useTranslations } from 'use-intl';
import { Consents } from '#components/entry/consents.tsx';
import { EntryCard } from '#components/entry/entry-card.tsx';
import { LoginForm } from '#components/entry/login-form.tsx';

interface AccountStepProps {
  readonly over: string;
  /** This visit came by the link that makes the operator. */
  readonly linked: boolean;
  readonly onDone: () => void;
}

export function AccountStep({ over, linked, onDone }: AccountStepProps) {
  const t = useTranslations('setup');
  return (
    <EntryCard title={t('account')} description={linked ? t('accountLinked') : t('accountText')} over={over}>
      <LoginForm onDone={onDone} />
      <Consents />
    </EntryCard>
  );
}
