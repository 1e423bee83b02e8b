'use client';

import { Circle, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#lib/cn.ts';
import type { Row } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';

export type Engine = Row<'/engines'>;
const LOOKS = {
  waiting: [Circle, 'text-muted-foreground'],
  working: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
  done: [CircleCheck, 'text-success'],
  failed: [CircleAlert, 'text-destructive'],
} as const;

/** How far an engine is for the company: its step of how many, or why not and what to do. */
export function EngineRow({ engine }: { engine: Engine }) {
  const t = useTranslations('engines');
  const retry = useApiMutation('post', '/engines/{engine}/retry', { invalidates: ['/engines'] });
  const status = engine.status ?? 'waiting';
  const [Icon, look] = LOOKS[status];
  const number = engine.steps.findIndex(({ name }) => name === engine.step);
  const step = engine.steps[number];
  const words =
    status === 'working' && step
      ? t('step', { number: number + 1, of: engine.steps.length, title: step.title })
      : t(`status.${status}`);
  return (
    <li className="flex items-start gap-3 rounded-md px-2 py-2">
      <Icon aria-hidden className={cn('mt-0.5 size-4.5 shrink-0', look)} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{engine.title}</p>
        <p
          aria-live="polite"
          className={cn(
            'text-[13px] break-words text-muted-foreground',
            status === 'failed' && 'text-destructive',
          )}
        >
          {status === 'failed' && engine.error ? engine.error.message : words}
        </p>
      </div>
      {status === 'failed' && (
        <Button
          variant="outline"
          size="sm"
          busy={retry.isPending}
          onClick={() => retry.mutate({ path: { engine: engine.engine } })}
        >
          {t('retry')}
        </Button>
      )}
    </li>
  );
}
