'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '#lib/api/error.ts';
import { useFresh } from '#lib/session/fresh.ts';
import { pathInside } from '#lib/path-inside.ts';
import { ME, useMe } from '#lib/session/session.tsx';
import { Consents } from './consents.tsx';
import { EntryCard } from './entry-card.tsx';
import { LoginForm } from './login-form.tsx';

/** Whoever is logged in already goes on at once. */
export function LoginPage() {
  const t = useTranslations('login');
  const router = useRouter();
  const client = useQueryClient();
  const next = pathInside(useSearchParams().get('next'));
  const { data: me, error } = useMe();
  const fresh = useFresh(hasCode(error, 'unauthenticated'));
  useEffect(() => {
    // The token of an invitation stands behind #, which `next` can't carry.
    if (me) router.replace(next === '/join' ? `/join${window.location.hash}` : next);
  }, [me, next, router]);
  useEffect(() => {
    if (fresh && next === '/') router.replace('/setup');
  }, [fresh, next, router]);
  return (
    <EntryCard title={t('title')} description={t('intro')}>
      <LoginForm onDone={() => void client.invalidateQueries({ queryKey: ME })} />
      <Consents />
    </EntryCard>
  );
}
