'use client';

import { ChevronRight, CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Answer } from '#lib/api/types.ts';
import { JsonView } from './json-view.tsx';
import { useDuration } from './words.tsx';

type Step = Answer<'/n8n/executions/{id}'>['steps'][number];

/** What a step did; what came out of it is unfolded by whoever wants to know. */
export function ExecutionStep({ step }: { step: Step }) {
  const t = useTranslations('workflows');
  const duration = useDuration();
  const { node, status, ms, error, items, output } = step;
  return (
    <li className="rounded-lg border bg-card p-4">
      <div className="flex items-start gap-3">
        <StepIcon status={error === null ? status : 'error'} />
        <p className="min-w-0 flex-1 font-medium break-words">{node}</p>
        {ms !== null && (
          <span className="text-[13px] text-muted-foreground tabular-nums">{duration(ms)}</span>
        )}
      </div>
      {error !== null && (
        <p className="mt-2 rounded-md bg-danger-soft px-3 py-2 text-sm break-words text-destructive">
          {error}
        </p>
      )}
      {output.length > 0 && (
        <details className="group mt-2 pl-7.5">
          <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-[13px] text-muted-foreground hover:text-foreground">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
            {t('items', { count: items })}
          </summary>
          <div className="mt-2">
            <JsonView label={t('outputOf', { node })} value={output.length === 1 ? output[0] : output} />
            {items > output.length && (
              <p className="mt-1.5 text-[13px] text-muted-foreground">
                {t('firstOnly', { count: output.length })}
              </p>
            )}
          </div>
        </details>
      )}
    </li>
  );
}

function StepIcon({ status }: { status: string | null }) {
  const t = useTranslations('workflows');
  const look = 'mt-0.5 size-4.5 shrink-0';
  if (status === 'error')
    return <CircleAlert role="img" aria-label={t('status.error')} className={`${look} text-destructive`} />;
  if (status === 'success')
    return <CircleCheck role="img" aria-label={t('status.success')} className={`${look} text-success`} />;
  return <CircleDashed aria-hidden className={`${look} text-muted-foreground`} />;
}
