'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '#components/ui/button.tsx';
import type { Answer } from '#lib/api/types.ts';
import { JsonView } from './json-view.tsx';
import { executionHref } from './paths.ts';

/** What a workflow said to what it was given. */
export function RunAnswer({ run }: { run: Answer<'/n8n/workflows/{id}/execute', 'post'> }) {
  const t = useTranslations('workflows');
  const { failed, answer, executionId, status } = run;
  const isEmpty = answer === null || answer === undefined || answer === '';
  return (
    <div className="grid gap-3 border-t pt-4">
      <div role="status" className="flex items-center gap-2.5 font-medium">
        {failed ? (
          <CircleAlert aria-hidden className="size-4.5 shrink-0 text-destructive" />
        ) : (
          <CircleCheck aria-hidden className="size-4.5 shrink-0 text-success" />
        )}
        {failed ? t('runFailed', { status }) : t('runDone')}
      </div>
      {isEmpty ? (
        <p className="text-muted-foreground">{t('noAnswer')}</p>
      ) : (
        <JsonView label={t('answer')} value={answer} />
      )}
      {executionId !== null && (
        <ButtonLink variant="link" size="sm" href={executionHref(executionId)} className="justify-self-start">
          {t('seeExecution', { id: executionId })}
        </ButtonLink>
      )}
    </div>
  );
}
