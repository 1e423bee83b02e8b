'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { EngineIcon, EngineWords, stateOf, type Engine } from './engine-state.tsx';

export type { Engine } from './engine-state.tsx';

/** How far an engine is for the company, and what to do about it. */
export function EngineRow({ engine }: { engine: Engine }) {
  const state = stateOf(engine);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-2 py-2 sm:flex-nowrap">
      <span className="mt-0.5">
        <EngineIcon state={state} />
      </span>
      <div className="min-w-0 flex-1 basis-[calc(100%-2rem)] sm:basis-0">
        <p className="font-medium break-words">{engine.title}</p>
        <p aria-live="polite" className="text-[13px] break-words text-muted-foreground">
          <EngineWords engine={engine} />
        </p>
      </div>
      {state === 'failed' && (
        <span className="ml-7.5 sm:ml-0">
          <RetryEngine engine={engine.engine} />
        </span>
      )}
    </li>
  );
}

/** Now, instead of at the next try. */
export function RetryEngine({ engine }: { engine: string }) {
  const t = useTranslations('engines');
  const retry = useApiMutation('post', '/engines/{engine}/retry', { invalidates: ['/engines'] });
  return (
    <Button
      variant="outline"
      size="sm"
      busy={retry.isPending}
      onClick={() => retry.mutate({ path: { engine } })}
    >
      {t('retry')}
    </Button>
  );
}
