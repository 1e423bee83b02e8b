'use client';

import { Webhook as WebhookIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';

export type Endpoint = Row<'/webhooks'>;
const PAGE = 50;

export function EndpointState({ of: endpoint }: { of: Endpoint }) {
  const t = useTranslations('webhooks');
  if (!endpoint.enabled)
    return (
      <Badge tone={endpoint.disabledReason === 'asked' ? 'neutral' : 'danger'}>
        {t(`off.${endpoint.disabledReason ?? 'asked'}`)}
      </Badge>
    );
  return endpoint.failingSince === null ? (
    <Badge tone="success">{t('works')}</Badge>
  ) : (
    <Badge tone="warning">{t('failing')}</Badge>
  );
}

export function OutTab() {
  const t = useTranslations('webhooks');
  const may = useMay();
  const paging = usePaging();
  const [, change] = useUrlState(['new']);
  const query = useApi('/webhooks', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Endpoint>[] = [
    {
      id: 'url',
      header: t('address'),
      cell: ({ url, description }) => (
        <>
          <span className="line-clamp-2 break-all">{description || url}</span>
          {description && (
            <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
              {url}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'events',
      header: t('events'),
      cell: ({ events }) => (
        <span className="line-clamp-2 break-all">
          {events.includes('*') ? t('allEvents') : events.join(', ')}
        </span>
      ),
      wide: true,
    },
    { id: 'state', header: t('state'), cell: (one) => <EndpointState of={one} />, className: 'w-px' },
  ];
  return (
    <DataTable
      label={t('out')}
      query={query}
      columns={columns}
      rowId={({ id }) => id}
      href={({ id }) => `/webhooks/view?id=${id}`}
      paging={paging}
      empty={
        <EmptyState
          icon={WebhookIcon}
          text={t('empty')}
          action={may('webhooks:write') && <Button onClick={() => change({ new: '1' })}>{t('new')}</Button>}
        />
      }
    />
  );
}
