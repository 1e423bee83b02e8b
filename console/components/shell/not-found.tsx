'use client';

import { Compass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ButtonLink } from '#components/ui/button.tsx';

export function NotFound() {
  const t = useTranslations('shell');
  return (
    <main className="pt-24">
      <h1 className="sr-only">{t('notFound')}</h1>
      <EmptyState
        icon={Compass}
        text={t('notFound')}
        action={<ButtonLink href="/">{t('toHome')}</ButtonLink>}
      />
    </main>
  );
}
