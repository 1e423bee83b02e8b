'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { ChooseFile } from './choose-file.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { Review } from './review.tsx';

const BUSY = new Set(['running', 'undoing']);
const LOOK_MS = 3_000;

/** `?id=` is one import, at whatever it has come to: to be checked, under way, or ended. */
export function ImportPage() {
  const t = useTranslations('imports');
  const c = useTranslations('contacts');
  const [{ id }, change] = useUrlState(['id']);
  return id === undefined ? (
    <>
      <PageHeader title={t('title')} back={{ href: '/contacts', label: c('title') }} />
      <div className="grid gap-6">
        <ChooseFile onSent={(sent) => change({ id: sent }, true)} />
        <EarlierImports />
      </div>
    </>
  ) : (
    <OneImport key={id} id={id} />
  );
}

function OneImport({ id }: { id: string }) {
  const t = useTranslations('imports');
  const { data, error, refetch } = useApi('/imports/{id}', { path: { id } });
  // Events tell how far it is; this is for when they don't arrive.
  useApi('/imports/{id}', { path: { id } }, { refetchMs: BUSY.has(data?.state ?? '') && LOOK_MS });
  return (
    <>
      <PageHeader
        title={data?.fileName ?? t('title')}
        back={{ href: '/contacts/import', label: t('title') }}
      />
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!error && !data && <Skeleton className="h-72 w-full" />}
      {data?.state === 'uploading' && <Review of={data} />}
      {data && BUSY.has(data.state) && <ImportProgress of={data} />}
      {data && data.state !== 'uploading' && !BUSY.has(data.state) && <ImportResult of={data} />}
    </>
  );
}
