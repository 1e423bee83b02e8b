'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import { ClosingNote } from './closing-note.tsx';
import { CompanyCard } from './company-card.tsx';
import { EndCard } from './end-card.tsx';
import { LooksCard } from './looks-card.tsx';
import { NotificationsCard } from './notifications-card.tsx';

export type Tenant = Answer<'/tenants/{id}'>;

/** What the company is called, how it looks, who hears of what, and how it ends. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const may = useMay();
  const { company } = useSession();
  const { data, error, refetch } = useApi('/tenants/{id}', { path: { id: company?.slug ?? '' } });
  const changes = may('tenants:write') && data?.status === 'active';
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('title')} />
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && (
        <div className="grid gap-4">
          <Skeleton className="h-80 w-full" />
          <Skeleton className="h-80 w-full" />
        </div>
      )}
      {data && (
        <div className="grid gap-4">
          {data.status === 'closing' && <ClosingNote tenant={data} />}
          <CompanyCard tenant={data} changes={changes} />
          {changes && <LooksCard tenant={data} />}
          <NotificationsCard changes={data.status === 'active'} />
          <EndCard tenant={data} />
        </div>
      )}
    </div>
  );
}
