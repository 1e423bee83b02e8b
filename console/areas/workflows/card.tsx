'use client';

import { CircleCheck } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { withWords } from '#lib/i18n/area-words.tsx';
import workflows from '#messages/es/workflows.json';
import { executionHref } from './paths.ts';
import { useFailures, useWorkflowNames } from './use-failures.ts';

const SHOWN = 4;

function Failed() {
  const t = useTranslations('workflows');
  const { failures, error, refetch } = useFailures();
  const nameFor = useWorkflowNames();
  return (
    <Card className={LIST_CARD}>
      <CardHeader
        title={t('failedTitle')}
        action={
          <ButtonLink variant="link" size="sm" href="/workflows/executions">
            {t('all')}
          </ButtonLink>
        }
      />
      {error && !failures && (
        <div className="p-4">
          <ProblemNote error={error} retry={refetch} />
        </div>
      )}
      {!error && !failures && <SkeletonRows rows={SHOWN} />}
      {failures?.length === 0 && <EmptyState icon={CircleCheck} text={t('noFailures')} />}
      <ul className="divide-y">
        {failures?.slice(0, SHOWN).map(({ id, workflowId, startedAt }) => (
          <li
            key={id}
            className="relative flex h-12 items-center justify-between gap-3 px-4 hover:bg-muted/60"
          >
            <Link
              href={executionHref(id)}
              prefetch={false}
              className="truncate font-medium after:absolute after:inset-0"
            >
              {nameFor(workflowId)}
            </Link>
            <span className="shrink-0 text-[13px] text-muted-foreground">
              {startedAt !== null && <Ago at={startedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On the home page: what failed in the last day. */
export const WorkflowsCard = withWords({ workflows }, Failed);
