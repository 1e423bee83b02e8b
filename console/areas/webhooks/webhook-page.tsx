'use client';

import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { Fact, Facts } from '#components/data/facts.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Select } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import { useUrlState } from '#lib/url-state.ts';
import { Send } from 'lucide-react';
import { DeliverySheet } from './delivery-sheet.tsx';
import { EndpointState } from './out-tab.tsx';
import { WebhookActions } from './webhook-actions.tsx';

export type Delivery = Row<'/webhooks/{id}/deliveries'>;
export const TONES: Readonly<Record<string, Tone>> = {
  waiting: 'warning',
  delivered: 'success',
  done: 'success',
  failed: 'danger',
};
const PAGE = 50;
const STATES = ['waiting', 'delivered', 'failed'] as const;
const LOOK_AGAIN_MS = 5_000;

/** One endpoint, and what was sent to it. */
export function WebhookPage() {
  const t = useTranslations('webhooks');
  const { moment } = useFormat();
  const [{ id = '', event }, change] = useUrlState(['id', 'event']);
  const { data, error, refetch } = useApi('/webhooks/{id}', { path: { id } }, { enabled: id !== '' });
  return (
    <>
      <PageHeader
        title={data ? data.description || hostOf(data.url) : t('endpoint')}
        back={{ href: '/webhooks', label: t('title') }}
      >
        {data && <WebhookActions endpoint={data} />}
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!error && !data && <Skeleton className="mb-6 h-32 w-full" />}
      {data && (
        <Card className="mb-6 p-4">
          <Facts>
            <Fact term={t('state')}>
              <EndpointState of={data} />
            </Fact>
            <Fact term={t('address')}>{data.url}</Fact>
            <Fact term={t('events')}>
              {data.events.includes('*') ? t('allEvents') : data.events.join(', ')}
            </Fact>
            <Fact term={t('failingSince')}>{data.failingSince && moment(data.failingSince)}</Fact>
            <Fact term={t('rotated')}>{data.rotatedAt && moment(data.rotatedAt)}</Fact>
          </Facts>
        </Card>
      )}
      {id !== '' && !error && <Deliveries id={id} />}
      {event !== undefined && (
        <DeliverySheet key={event} id={id} eventId={event} onClose={() => change({ event: undefined })} />
      )}
    </>
  );
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

function Deliveries({ id }: { id: string }) {
  const t = useTranslations('webhooks');
  const words = useEventWords();
  const paging = usePaging();
  const [url, change] = useUrlState(['status']);
  const status = STATES.find((one) => one === url.status);
  const query = useApi(
    '/webhooks/{id}/deliveries',
    {
      path: { id },
      query: { limit: PAGE, ...(status && { status }), ...(paging.cursor && { cursor: paging.cursor }) },
    },
    { keep: true, refetchMs: LOOK_AGAIN_MS },
  );
  const columns: readonly Column<Delivery>[] = [
    {
      id: 'event',
      header: t('event'),
      cell: ({ event }) => <span className="break-all">{words(event)}</span>,
    },
    {
      id: 'status',
      header: t('state'),
      cell: (one) => <Badge tone={TONES[one.status] ?? 'neutral'}>{t(`status.${one.status}`)}</Badge>,
    },
    { id: 'tries', header: t('tries'), cell: ({ tries }) => tries, wide: true, className: 'tabular-nums' },
    {
      id: 'at',
      header: t('when'),
      cell: ({ createdAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={createdAt} />
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
  return (
    <section aria-label={t('deliveries')} className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">{t('deliveries')}</h2>
        <div className="w-40">
          <Select
            aria-label={t('state')}
            value={status ?? ''}
            onChange={({ target }) => change({ status: target.value })}
          >
            <option value="">{t('anyState')}</option>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {t(`status.${one}`)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <DataTable
        label={t('deliveries')}
        query={query}
        columns={columns}
        rowId={({ eventId }) => eventId}
        href={({ eventId }) => `/webhooks/view?id=${id}&event=${eventId}`}
        paging={paging}
        empty={<EmptyState icon={Send} text={t('noDeliveries')} />}
      />
    </section>
  );
}
