'use client';

import { useQuery } from '@tanstack/react-query';
import { Circle, CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import type { Me } from '#lib/session/session.tsx';

const LOOK_AGAIN_MS = 5_000;

/** What a new installation still wants, as it is right now. Nothing here has to be done before the rest. */
export function Checklist({ me }: { me: Me | undefined }) {
  const t = useTranslations('setup');
  const health = useQuery<Answer<'/health'>, ApiError>({
    queryKey: ['/health'],
    queryFn: ({ signal }) => api.get('/health', {}, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const { data, error, refetch } = health;
  if (error && !data) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Skeleton className="h-64 w-full" />;
  const on = (name: string): boolean =>
    Object.entries(data).some(([key, state]) => key === name && state === 'configured');
  const here = window.location.hostname;
  const items = [
    { id: 'person', done: me !== undefined, href: '/setup?step=account' },
    {
      id: 'operator',
      done: me?.operator === true,
      command: `./smarteros people set-operator ${me?.ugid ?? 'UGID'} --operator`,
    },
    {
      id: 'domain',
      done: here !== 'localhost' && here !== '127.0.0.1',
      command: 'SMARTEROS_PUBLIC_URL=https://…',
    },
    { id: 'mail', done: on('resend') || on('smtp') },
    { id: 'whatsapp', done: on('whatsapp') },
    { id: 'company', done: (me?.tenants.length ?? 0) > 0, href: '/start' },
  ] as const;
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4">
        {items.map((item) => (
          <li key={item.id} className="flex items-start gap-3">
            {item.done ? (
              <CircleCheck
                role="img"
                aria-label={t('done')}
                className="mt-0.5 size-4.5 shrink-0 text-success"
              />
            ) : (
              <Circle
                role="img"
                aria-label={t('open')}
                className="mt-0.5 size-4.5 shrink-0 text-muted-foreground"
              />
            )}
            <div className="grid min-w-0 flex-1 gap-1.5">
              <p className="font-medium">{t(`items.${item.id}.title`)}</p>
              {!item.done && (
                <>
                  <p className="text-[13px] text-muted-foreground">{t(`items.${item.id}.text`)}</p>
                  {'command' in item && <CodeBlock label={t(`items.${item.id}.title`)} text={item.command} />}
                  {'href' in item && (
                    <div>
                      <ButtonLink variant="outline" size="sm" href={item.href}>
                        {t('go')}
                      </ButtonLink>
                    </div>
                  )}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ButtonLink size="lg" href={me ? '/' : '/login'}>
        {t('enter')}
      </ButtonLink>
    </div>
  );
}
