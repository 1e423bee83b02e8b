'use client';

import { Circle, CircleAlert, CircleCheck, CircleDashed, CirclePause, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cn } from '#lib/cn.ts';
import type { Row } from '#lib/api/types.ts';
import { useFormat } from '#lib/format/use-format.ts';

export type Engine = Row<'/engines'>;
export type EngineState = 'none' | 'waiting' | 'working' | 'failed' | 'suspended' | 'done';

const LOOKS = {
  none: [CircleDashed, 'text-muted-foreground'],
  waiting: [Circle, 'text-muted-foreground'],
  working: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
  failed: [CircleAlert, 'text-destructive'],
  suspended: [CirclePause, 'text-warning'],
  done: [CircleCheck, 'text-success'],
} as const;

/** What of an engine matters to people: `none` where the company has no part in it, or no longer. */
export function stateOf({ wanted, reached, status }: Engine): EngineState {
  const rests = status === 'done' || status === null;
  if (wanted === null || (wanted === 'absent' && (rests || reached === 'absent'))) return 'none';
  if (rests) return wanted === 'suspended' ? 'suspended' : 'done';
  return status;
}

export function EngineIcon({ state }: { state: EngineState }) {
  const [Icon, look] = LOOKS[state];
  return <Icon aria-hidden className={cn('size-4.5 shrink-0', look)} />;
}

/** How far it is, in words: its step of how many, or why not and when it is tried again. */
export function EngineWords({ engine }: { engine: Engine }) {
  const t = useTranslations('engines');
  const { until } = useFormat();
  const state = stateOf(engine);
  const number = engine.steps.findIndex(({ name }) => name === engine.step);
  const step = engine.steps[number];
  if (state === 'working' && step)
    return t('step', { number: number + 1, of: engine.steps.length, title: step.title });
  if (state !== 'failed') return t(`status.${state}`);
  return (
    <>
      <span className="text-destructive">{engine.error?.message ?? t('status.failed')}</span>{' '}
      {engine.nextTryAt && t('nextTry', { when: until(engine.nextTryAt) })}
    </>
  );
}
