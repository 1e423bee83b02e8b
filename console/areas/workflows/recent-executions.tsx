'use client';

import { History } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { executionHref, executionsHref } from './paths.ts';
import { ExecutionBadge, useDuration } from './words.tsx';

const NEWEST = 10;
const LOOK_AGAIN_MS = 15_000;

/** How a workflow went lately. */
export function RecentExecutions({ workflow }: { workflow: string }) {
  const t = useTranslations('workflows');
  const duration = useDuration();
  const { data, error, refetch } = useApi(
    '/n8n/executions',
    { query: { workflowId: workflow, limit: NEWEST } },
    { enabled: workflow !== '', refetchMs: LOOK_AGAIN_MS },
  );
  return (
    <Card className={LIST_CARD}>
      <CardHeader
        title={t('recent')}
        action={
          <ButtonLink variant="link" size="sm" href={executionsHref(workflow)}>
            {t('all')}
          </ButtonLink>
        }
      />
      {error && !data && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !data && <SkeletonRows rows={5} />}
      {data?.data.length === 0 && <EmptyState icon={History} text={t('noExecutions')} />}
      <ul className="divide-y">
        {data?.data.map(({ id, status, startedAt, stoppedAt }) => (
          <li key={id} className="relative flex min-h-12 items-center gap-3 px-4 hover:bg-muted/60">
            <Link
              href={executionHref(id)}
              prefetch={false}
              className="font-medium tabular-nums after:absolute after:inset-0"
            >
              {t('number', { id })}
            </Link>
            <ExecutionBadge status={status} />
            <span className="ml-auto flex gap-3 text-right text-[13px] text-muted-foreground">
              {startedAt !== null && stoppedAt !== null && (
                <span className="hidden tabular-nums sm:inline">
                  {duration(Date.parse(stoppedAt) - Date.parse(startedAt))}
                </span>
              )}
              {startedAt !== null && <Ago at={startedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
