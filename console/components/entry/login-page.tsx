'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { pathInside } from '#lib/path-inside.ts';
import { ME, useMe } from '#lib/session/session.tsx';
import { EntryCard } from './entry-card.tsx';
import { LoginForm } from './login-form.tsx';

/** Whoever is logged in already goes on at once. */
export function LoginPage() {
  const t = useTranslations('login');
  const router = useRouter();
  const client = useQueryClient();
  const next = pathInside(useSearchParams().get('next'));
  const { data: me } = useMe();
  useEffect(() => {
    // The token of an invitation stands behind #, which `next` can't carry.
    if (me) router.replace(next === '/join' ? `/join${window.location.hash}` : next);
  }, [me, next, router]);
  return (
    <EntryCard title={t('title')} description={t('intro')}>
      <LoginForm onDone={() => void client.invalidateQueries({ queryKey: ME })} />
      <p className="mt-5 border-t pt-4 text-[13px] text-muted-foreground">{t('consent')}</p>
    </EntryCard>
  );
}
