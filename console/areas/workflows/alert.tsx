'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AlertRow } from '#components/data/alert-row.tsx';
import { useFormat } from '#lib/format/use-format.ts';
import { withWords } from '#lib/i18n/area-words.tsx';
import workflows from '#messages/es/workflows.json';
import { useFailures, useWorkflowNames } from './use-failures.ts';

function Failures() {
  const t = useTranslations('workflows');
  const { ago } = useFormat();
  const { failures, more } = useFailures();
  const nameFor = useWorkflowNames();
  const [last] = failures ?? [];
  if (!failures || !last) return null;
  const count = failures.length;
  return (
    <AlertRow
      icon={CircleAlert}
      tone="wrong"
      href="/workflows/executions?status=error"
      title={t('alert', { count, shown: more ? `${count}+` : String(count) })}
      detail={t('alertLast', { name: nameFor(last.workflowId), when: ago(last.startedAt!) })}
    />
  );
}

export const WorkflowsAlert = withWords({ workflows }, Failures);
