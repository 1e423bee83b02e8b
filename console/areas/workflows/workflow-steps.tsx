'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import type { WorkflowDetails } from './workflow-page.tsx';
import { kindOf } from './paths.ts';

/** A paper on the canvas, which does nothing. */
const NOTE = /\.stickyNote$/;

/** What a workflow is made of. */
export function WorkflowSteps({ steps }: { steps: WorkflowDetails['steps'] }) {
  const t = useTranslations('workflows');
  return (
    <Card>
      <CardHeader title={t('steps')} />
      <ol className="divide-y">
        {steps
          .filter(({ type }) => !NOTE.test(type))
          .map(({ name, type, disabled }) => (
            <li key={name} className="flex min-h-12 items-center justify-between gap-3 px-4 py-2">
              <div className="min-w-0">
                <p className="truncate">{name}</p>
                <p className="truncate text-[13px] text-muted-foreground">{kindOf(type)}</p>
              </div>
              {disabled && <Badge className="shrink-0">{t('disabled')}</Badge>}
            </li>
          ))}
      </ol>
    </Card>
  );
}
