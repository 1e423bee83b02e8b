'use client';

import { Circle, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { RetryEngine } from '#components/data/engine-row.tsx';
import { EngineIcon, EngineWords, stateOf, type Engine } from '#components/data/engine-state.tsx';
import { Ago } from '#components/data/time.tsx';
import { Card } from '#components/ui/card.tsx';
import { cn } from '#lib/cn.ts';
import { useMay } from '#lib/session/session.tsx';

const LOOKS = {
  done: [CircleCheck, 'text-success'],
  now: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
  failed: [CircleAlert, 'text-destructive'],
  next: [Circle, 'text-muted-foreground'],
} as const;

/** How far it is, in a sentence; its steps while there is something to wait for. */
export function EngineProgress({ engine }: { engine: Engine }) {
  const t = useTranslations('engines');
  const may = useMay();
  const state = stateOf(engine);
  const rests = state === 'done' || state === 'suspended';
  return (
    <Card className="p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2.5 sm:flex-nowrap">
        <span className="mt-0.5">
          <EngineIcon state={state} />
        </span>
        <div className="grid min-w-0 flex-1 basis-[calc(100%-2rem)] gap-0.5 sm:basis-0">
          <p aria-live="polite" className="font-medium break-words">
            <EngineWords engine={engine} />
          </p>
          {rests && engine.observedAt && (
            <p className="text-[13px] text-muted-foreground">
              {t('observed')} <Ago at={engine.observedAt} />
            </p>
          )}
          {state === 'failed' && (
            <p className="text-[13px] text-muted-foreground">{t('attempts', { count: engine.attempts })}</p>
          )}
        </div>
        {state === 'failed' && may('engines:write') && (
          <span className="ml-7.5 sm:ml-0">
            <RetryEngine engine={engine.engine} />
          </span>
        )}
      </div>
      {!rests && <Steps engine={engine} />}
    </Card>
  );
}

function Steps({ engine }: { engine: Engine }) {
  const t = useTranslations('engines');
  const at = engine.steps.findIndex(({ name }) => name === engine.step);
  const stateAt = (index: number): keyof typeof LOOKS => {
    if (index < at) return 'done';
    if (index > at || at < 0) return 'next';
    return engine.status === 'failed' ? 'failed' : 'now';
  };
  return (
    <ol aria-label={t('steps')} className="mt-4 grid gap-2.5 border-t pt-4">
      {engine.steps.map(({ name, title }, index) => {
        const state = stateAt(index);
        const [Icon, look] = LOOKS[state];
        return (
          <li key={name} aria-current={index === at ? 'step' : undefined} className="flex items-center gap-3">
            <Icon role="img" aria-label={t(`stepState.${state}`)} className={cn('size-4 shrink-0', look)} />
            <span className={cn('min-w-0', state === 'next' && 'text-muted-foreground')}>{title}</span>
          </li>
        );
      })}
    </ol>
  );
}
