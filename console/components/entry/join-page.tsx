'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/call.ts';
import { hasCode, type ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { inCompany } from '#lib/session/company.ts';
import { ME, useMe } from '#lib/session/session.tsx';
import { tellTabs } from '#lib/session/tabs.ts';
import { EntryCard } from './entry-card.tsx';
import { LoginForm } from './login-form.tsx';

type Preview = Answer<'/invitations/preview', 'post'>;
/** What the API calls who has not said their name. */
const NAMELESS = 'person';
/** Used, withdrawn or too old: the API doesn't say which to who only has the link. */
const isOver = (error: ApiError | null): boolean => error === null || hasCode(error, 'invitation_invalid');
const noop = () => () => undefined;
/** Behind #: servers and their logs never see it. */
const useToken = (): string =>
  useSyncExternalStore(
    noop,
    () => window.location.hash.slice(1),
    () => '',
  );

/** Joins a company by the link of an invitation; whoever isn't logged in does so on the way. */
export function JoinPage() {
  const t = useTranslations('join');
  const token = useToken();
  const client = useQueryClient();
  const { data: me } = useMe();
  const [entered, setEntered] = useState(false);
  const preview = useQuery<Preview, ApiError>({
    queryKey: ['/invitations/preview', token],
    queryFn: () => api.post('/invitations/preview', { body: { token } }),
    enabled: token !== '',
    retry: false,
  });
  const { data, error } = preview;
  if (token === '' || error)
    return (
      <EntryCard title={t('title')} description={token === '' ? t('noToken') : undefined}>
        <div className="grid gap-4">
          <ProblemNote error={error} {...(!isOver(error) && { retry: preview.refetch })} />
          {error && isOver(error) && <p className="text-sm text-muted-foreground">{t('over')}</p>}
          <ButtonLink variant="outline" size="lg" href="/">
            {t('home')}
          </ButtonLink>
        </div>
      </EntryCard>
    );
  if (!data)
    return (
      <EntryCard title={t('title')}>
        <Skeleton className="h-24 w-full" />
      </EntryCard>
    );
  const login = (): void => {
    setEntered(true);
    void client.invalidateQueries({ queryKey: ME });
  };
  return (
    <EntryCard
      title={t('to', { company: data.company })}
      description={t(data.inviter === NAMELESS ? 'byNobody' : 'by', {
        inviter: data.inviter,
        role: data.role,
      })}
    >
      {me || entered ? <Accept token={token} /> : <LoginForm onDone={login} />}
    </EntryCard>
  );
}

function Accept({ token }: { token: string }) {
  const t = useTranslations('join');
  const router = useRouter();
  const client = useQueryClient();
  const accept = useApiMutation('post', '/invitations/accept', {
    onSuccess: ({ slug }) => {
      void client.invalidateQueries({ queryKey: ME }).then(() => router.replace(inCompany('/', slug)));
    },
  });
  // The page loaded anew holds nothing of who was here; the token stays behind #.
  const logout = useApiMutation('post', '/auth/logout', {
    onSuccess: () => {
      tellTabs();
      window.location.reload();
    },
  });
  // Somebody else's: nothing comes of accepting it once more.
  const theirs = hasCode(accept.error, 'invitation_not_yours');
  if (hasCode(accept.error, 'conflict'))
    return (
      <div className="grid gap-4">
        <p role="status">{t('already')}</p>
        <ButtonLink size="lg" href="/">
          {t('home')}
        </ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-4">
      <ProblemNote error={accept.error} />
      {!theirs && (
        <Button
          size="lg"
          busy={accept.isPending || accept.isSuccess}
          onClick={() => accept.mutate({ body: { token } })}
        >
          {t('accept')}
        </Button>
      )}
      {accept.error && (
        <Button
          variant={theirs ? 'primary' : 'outline'}
          size="lg"
          busy={logout.isPending}
          onClick={() => logout.mutate({})}
        >
          {t('other')}
        </Button>
      )}
    </div>
  );
}
