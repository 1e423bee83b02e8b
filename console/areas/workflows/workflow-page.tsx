'use client';

import { Play, Workflow as WorkflowIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EngineGate } from '#components/data/engine-gate.tsx';
import type { Engine } from '#components/data/engine-state.tsx';
import { LaunchButton } from '#components/data/launch-button.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { nameOf } from './paths.ts';
import { RecentExecutions } from './recent-executions.tsx';
import { RunSheet } from './run-sheet.tsx';
import { WorkflowSteps } from './workflow-steps.tsx';
import { WorkflowSwitch } from './workflow-switch.tsx';

export type WorkflowDetails = Answer<'/n8n/workflows/{id}'>;

/** A workflow: whether it listens, what it is made of, and how it went lately. */
export function WorkflowPage() {
  const t = useTranslations('workflows');
  return (
    <EngineGate engine="n8n" icon={WorkflowIcon} text={t('notConnected')}>
      {(engine) => <Details engine={engine} />}
    </EngineGate>
  );
}

function Details({ engine }: { engine: Engine }) {
  const t = useTranslations('workflows');
  const may = useMay();
  const [{ id = '', run }, change] = useUrlState(['id', 'run']);
  const { data, error, refetch } = useApi('/n8n/workflows/{id}', { path: { id } }, { enabled: id !== '' });
  return (
    <>
      <PageHeader
        title={data ? nameOf(data.name) : t('workflow')}
        back={{ href: '/workflows', label: t('title') }}
      >
        <LaunchButton engine="n8n" title={engine.title} variant="outline" />
        {data?.executable && may('n8n:write') && (
          <Button onClick={() => change({ run: '1' })}>
            <Play aria-hidden />
            {t('run')}
          </Button>
        )}
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {(data !== undefined || !error) && (
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem] lg:grid-rows-[auto_1fr]">
          {data ? (
            <WorkflowSwitch workflow={data} shared={engine.shared !== false} />
          ) : (
            <Skeleton className="h-32 w-full" />
          )}
          <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <RecentExecutions workflow={id} />
          </div>
          {data ? <WorkflowSteps steps={data.steps} /> : <Skeleton className="h-64 w-full" />}
        </div>
      )}
      {data && (
        <RunSheet workflow={data} open={run !== undefined} onClose={() => change({ run: undefined })} />
      )}
    </>
  );
}
