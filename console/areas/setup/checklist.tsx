'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { CodeBlock } from '#components/data/code-block.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import type { Me } from '#lib/session/session.tsx';
import { useAddress } from './address-state.tsx';
import { SetupItem } from './setup-item.tsx';
import type { Claim } from './use-claim.ts';

const LOOK_AGAIN_MS = 5_000;
/** What companies work in; the rest of /health are ways to write to people. */
const SYSTEMS = ['odoo', 'n8n', 'chatwoot', 'supabase', 'metabase', 'botpress'];

interface ChecklistProps {
  readonly me: Me | undefined;
  readonly claim: Claim;
  readonly onPlace: () => void;
}

/** What a new installation still wants, as it is right now. Nothing here has to be done before the rest. */
export function Checklist({ me, claim, onPlace }: ChecklistProps) {
  const t = useTranslations('setup');
  const health = useQuery<Answer<'/health'>, ApiError>({
    queryKey: ['/health'],
    queryFn: ({ signal }) => api.get('/health', {}, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const isOperator = me?.operator === true;
  const address = useAddress(isOperator);
  const { data, error, refetch } = health;
  if (error && !data) return <ProblemNote error={error} retry={refetch} />;
  if (!data || (isOperator && address.isPending)) return <Skeleton className="h-96 w-full" />;
  const on = (...names: string[]): boolean =>
    Object.entries(data).some(([key, state]) => names.includes(key) && state === 'configured');
  const go = (href: string) => (
    <ButtonLink variant="outline" size="sm" href={href}>
      {t('go')}
    </ButtonLink>
  );
  const hasCompany = (me?.tenants.length ?? 0) > 0;
  const url = address.data?.publicUrl ?? window.location.origin;
  return (
    <div className="grid gap-5">
      <ProblemNote error={claim.error} />
      <ul className="divide-y">
        <SetupItem id="person" done={me !== undefined}>
          {go('/setup?step=account')}
        </SetupItem>
        <SetupItem id="operator" done={isOperator}>
          <CodeBlock label={t('items.operator.title')} text="./smarteros setup" />
        </SetupItem>
        <SetupItem
          id="place"
          done={address.data?.state === 'answers'}
          said={isOperator ? t(`states.${address.data?.state ?? 'local'}`, { url }) : undefined}
        >
          {isOperator && (
            <Button variant="outline" size="sm" onClick={onPlace}>
              {t('go')}
            </Button>
          )}
        </SetupItem>
        <SetupItem id="whatsapp" done={on('whatsapp')} />
        <SetupItem id="mail" done={on('resend', 'smtp')} />
        <SetupItem id="systems" done={on(...SYSTEMS)}>
          <CodeBlock
            label={t('items.systems.title')}
            text={'./smarteros down\n./smarteros up -d --with n8n'}
          />
        </SetupItem>
        <SetupItem id="company" done={hasCompany}>
          {me && go('/start')}
        </SetupItem>
      </ul>
      <ButtonLink size="lg" href={!me ? '/login' : hasCompany ? '/' : '/start'}>
        {me && !hasCompany ? t('toCompany') : t('enter')}
      </ButtonLink>
    </div>
  );
}
