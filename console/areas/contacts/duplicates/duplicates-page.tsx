'use client';

import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { Merged, type Merge } from './merged.tsx';
import { PairCard } from './pair-card.tsx';

type Pair = Row<'/contacts/duplicates'>;
export const pairId = ({ contacts }: Pair): string => contacts.map(({ id }) => id).join('+');

/** Those that seem to be the same, side by side. */
export function DuplicatesPage() {
  const t = useTranslations('duplicates');
  const c = useTranslations('contacts');
  const paging = usePaging();
  const [merging, setMerging] = useState<Pair>();
  const [merge, setMerge] = useState<Merge>();
  const query = paging.cursor === undefined ? {} : { cursor: paging.cursor };
  const { data, error, refetch } = useApi('/contacts/duplicates', { query }, { keep: true });
  const next = data?.nextCursor ?? undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        back={{ href: '/contacts', label: c('title') }}
      />
      <div className="grid gap-4">
        {merge && <Merged of={merge} onUndone={() => setMerge(undefined)} />}
        {error && !data && <ProblemNote error={error} retry={refetch} />}
        {!data && !error && [0, 1, 2].map((one) => <Skeleton key={one} className="h-40 w-full" />)}
        {data?.data.map((pair) => (
          <PairCard key={pairId(pair)} pair={pair} onMerge={() => setMerging(pair)} />
        ))}
        {data?.data.length === 0 && (
          <div className="rounded-lg border bg-card">
            <EmptyState
              icon={GitMerge}
              text={next ? t('noneHere') : t('none')}
              action={
                next ? (
                  <Button variant="outline" onClick={() => paging.next(next)}>
                    {t('lookOn')}
                  </Button>
                ) : (
                  <ButtonLink variant="outline" href="/contacts">
                    {t('back')}
                  </ButtonLink>
                )
              }
            />
          </div>
        )}
        {data && data.data.length > 0 && next && (
          <Button variant="outline" onClick={() => paging.next(next)}>
            {t('lookOn')}
          </Button>
        )}
      </div>
      {merging && (
        <MergeDialog
          pair={merging}
          onClose={() => setMerging(undefined)}
          onMerged={(done) => {
            setMerging(undefined);
            setMerge(done);
          }}
        />
      )}
    </>
  );
}
