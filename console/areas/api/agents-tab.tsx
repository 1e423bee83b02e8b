'use client';

import { Bot } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ScopeBadges } from '#components/scopes/scope-badges.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';

type Agent = Row<'/oauth/grants'>;
const PAGE = 50;
const isOver = ({ revokedAt, expiresAt }: Agent): boolean =>
  revokedAt !== null || Date.parse(expiresAt) <= Date.now();

/** Agents that people of the company have let in. */
export function AgentsTab() {
  const t = useTranslations('api');
  const { date } = useFormat();
  const paging = usePaging();
  const [ending, setEnding] = useState<Agent>();
  const query = useApi('/oauth/grants', {
    query: { limit: PAGE, of: 'company', ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const revoke = useApiMutation('delete', '/oauth/grants/{id}', {
    invalidates: ['/oauth/grants'],
    onSuccess: ({ clientName }) => {
      toast.done(t('agentOut', { name: clientName }));
      setEnding(undefined);
    },
  });
  const columns: readonly Column<Agent>[] = [
    {
      id: 'name',
      header: t('agent'),
      cell: (agent) => (
        <>
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium break-all">{agent.clientName}</span>
            {isOver(agent) && <Badge>{t('state.over')}</Badge>}
          </span>
          <span className="line-clamp-1 text-[13px] break-all text-muted-foreground">{agent.clientId}</span>
        </>
      ),
    },
    { id: 'scopes', header: t('allowed'), cell: ({ scopes }) => <ScopeBadges scopes={scopes} />, wide: true },
    {
      id: 'until',
      header: t('validUntil'),
      cell: ({ expiresAt }) => <span className="whitespace-nowrap">{date(expiresAt)}</span>,
      wide: true,
    },
    {
      id: 'act',
      header: '',
      cell: (agent) =>
        !isOver(agent) && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('revokeNamed', { name: agent.clientName })}
            onClick={() => setEnding(agent)}
          >
            {t('revoke')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <>
      <DataTable
        label={t('tabs.agents')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        paging={paging}
        empty={
          <EmptyState
            icon={Bot}
            text={t('noAgents')}
            action={<ButtonLink href="/api?tab=connect">{t('tabs.connect')}</ButtonLink>}
          />
        }
      />
      {ending && (
        <Confirm
          title={t('agentTitle', { name: ending.clientName })}
          consequence={t('agentConsequence')}
          action={t('revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => setEnding(undefined)}
          onConfirm={() => revoke.mutate({ path: { id: ending.id } })}
        />
      )}
    </>
  );
}
