'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import workflows from '#messages/es/workflows.json';
import { useFailures, useWorkflowNames } from './use-failures.ts';

/** Workflows that failed lately. */
function Attention() {
  const t = useTranslations('workflows');
  const { ago } = useFormat();
  const { failures, more } = useFailures();
  const nameFor = useWorkflowNames();
  const [last] = failures ?? [];
  const count = failures?.length ?? 0;
  const matters: Matter[] = last
    ? [
        {
          id: 'failures',
          urgency: 'now',
          title: t('alert', { count, shown: more ? `${count}+` : String(count) }),
          detail: t('alertLast', { name: nameFor(last.workflowId), when: ago(last.startedAt!) }),
          action: { label: t('alertSee'), href: '/workflows/executions?status=error' },
        },
      ]
    : [];
  useMatters('workflows', failures && matters);
  return null;
}

export const WorkflowsAttention = withWords({ workflows }, Attention);
