'use client';

import { History } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { EngineGate } from '#components/data/engine-gate.tsx';
import type { Engine } from '#components/data/engine-state.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useUrlState } from '#lib/url-state.ts';
import { ExecutionStep } from './execution-step.tsx';
import { nameOf, workflowHref } from './paths.ts';
import { ExecutionBadge, useDuration } from './words.tsx';

/** One run: what each step did, and where it went wrong. */
export function ExecutionPage() {
  const t = useTranslations('workflows');
  return (
    <EngineGate engine="n8n" icon={History} text={t('notConnected')}>
      {(engine) => <Execution engine={engine} />}
    </EngineGate>
  );
}

function Execution({ engine }: { engine: Engine }) {
  const t = useTranslations('workflows');
  const [{ id = '' }] = useUrlState(['id']);
  const { data, error, refetch } = useApi('/n8n/executions/{id}', { path: { id } }, { enabled: id !== '' });
  return (
    <>
      <PageHeader
        title={t('execution', { id })}
        back={{ href: '/workflows/executions', label: t('executions') }}
      >
        <LaunchButton engine="n8n" title={engine.title} variant="outline" />
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!error && !data && (
        <Card>
          <SkeletonRows rows={3} />
        </Card>
      )}
      {data && (
        <div className="grid gap-4">
          <Summary execution={data} />
          {data.steps.length === 0 ? (
            <p className="text-muted-foreground">{t('noSteps')}</p>
          ) : (
            <ol className="grid gap-3">
              {data.steps.map((step, index) => (
                <ExecutionStep key={`${step.node} ${index}`} step={step} />
              ))}
            </ol>
          )}
        </div>
      )}
    </>
  );
}

function Summary({ execution }: { execution: Answer<'/n8n/executions/{id}'> }) {
  const t = useTranslations('workflows');
  const { moment } = useFormat();
  const duration = useDuration();
  const { workflowId, status, startedAt, stoppedAt } = execution;
  const { data } = useApi('/n8n/workflows/{id}', { path: { id: workflowId } });
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted-foreground">
      <ExecutionBadge status={status} />
      <Link
        href={workflowHref(workflowId)}
        className="break-all text-primary underline-offset-4 hover:underline"
      >
        {data ? nameOf(data.name) : t('workflow')}
      </Link>
      {startedAt !== null && <span>{moment(startedAt)}</span>}
      {startedAt !== null && stoppedAt !== null && (
        <span className="tabular-nums">{duration(Date.parse(stoppedAt) - Date.parse(startedAt))}</span>
      )}
    </p>
  );
}
