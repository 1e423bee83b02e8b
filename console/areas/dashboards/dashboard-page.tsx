'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Tabs } from '#components/data/tabs.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useSession } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { CardResult } from './card-result.tsx';

/** A dashboard as Metabase shows it, or card by card, as charts and tables of our own. */
export function DashboardPage() {
  const t = useTranslations('dashboards');
  const { company } = useSession();
  const [{ id = '', view }] = useUrlState(['id', 'view']);
  const { data, error, refetch } = useApi(
    '/metabase/dashboards/{id}',
    { path: { id } },
    { enabled: id !== '' },
  );
  const cards = view === 'cards' || data?.embeddable === false;
  const href = `/dashboards/view?id=${encodeURIComponent(id)}`;
  return (
    <>
      <PageHeader
        title={data?.name ?? t('dashboard')}
        description={data?.description ?? undefined}
        back={{ href: '/dashboards', label: t('title') }}
      />
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <Skeleton className="h-[60vh] w-full" />}
      {data?.embeddable && (
        <Tabs
          label={t('views')}
          current={cards ? 'cards' : 'whole'}
          tabs={[
            { id: 'whole', title: t('whole'), href },
            { id: 'cards', title: t('cards'), href: `${href}&view=cards` },
          ]}
        />
      )}
      {data && !cards && (
        <iframe
          title={data.name}
          src={`/app/frame/metabase/dashboards/${encodeURIComponent(id)}/embed?company=${company?.slug ?? ''}`}
          className="h-[75vh] w-full rounded-lg border bg-card"
        />
      )}
      {data && cards && (
        <>
          {!data.embeddable && <p className="mb-3 text-[13px] text-muted-foreground">{t('notEmbeddable')}</p>}
          {data.cards.length === 0 && <p className="text-muted-foreground">{t('noCards')}</p>}
          <div className="grid gap-4 lg:grid-cols-2">
            {data.cards.map((card) => (
              <CardResult key={card.id} card={card} />
            ))}
          </div>
        </>
      )}
    </>
  );
}
