'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';

const CHANGES = ['/sessions'];
const SHOWN = 50;

/** Where the person is logged in; each can be ended from here. */
export function SessionsCard() {
  const t = useTranslations('account');
  const { data, error, refetch } = useApi('/sessions', { query: { limit: SHOWN } });
  const others = useApiMutation('post', '/sessions/revoke-others', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('othersOut')),
  });
  const rows = data?.data ?? [];
  return (
    <Card>
      <CardHeader
        title={t('sessions')}
        action={
          rows.length > 1 && (
            <Button variant="outline" size="sm" busy={others.isPending} onClick={() => others.mutate({})}>
              {t('endOthers')}
            </Button>
          )
        }
      />
      <div className="px-4 pb-2">
        <ProblemNote error={others.error ?? (data ? null : error)} retry={data ? undefined : refetch} />
        {!data && !error && <SkeletonRows rows={2} />}
        <ul className="divide-y">
          {rows.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function SessionRow({ session }: { session: Row<'/sessions'> }) {
  const t = useTranslations('account');
  const end = useApiMutation('delete', '/sessions/{id}', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('sessionOut')),
  });
  const { id, agent, network, current, lastSeenAt } = session;
  return (
    <li className="flex items-center gap-3 py-3">
      <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="line-clamp-2 font-medium break-all" title={agent ?? undefined}>
            {shortAgent(agent) ?? t('unknownProgram')}
          </span>
          {current && <Badge tone="accent">{t('thisOne')}</Badge>}
        </span>
        <span className="text-[13px] text-muted-foreground">
          {network} · <Ago at={lastSeenAt} />
        </span>
      </span>
      {!current && (
        <Button
          variant="ghost"
          size="sm"
          busy={end.isPending}
          aria-label={t('endNamed', { name: shortAgent(agent) ?? t('unknownProgram') })}
          onClick={() => end.mutate({ path: { id } })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'];

/** "Chrome · Linux"; whatever isn't a browser is called as it calls itself. */
function shortAgent(agent: string | null): string | null {
  const browser = BROWSERS.find(([mark]) => agent?.includes(mark))?.[1];
  const system = SYSTEMS.find((name) => agent?.includes(name));
  return browser && system ? `${browser} · ${system}` : agent;
}
