'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { engineHref } from '#lib/engine-href.ts';
import { useMay } from '#lib/session/session.tsx';
import { nameOf } from './paths.ts';
import type { WorkflowDetails } from './workflow-page.tsx';
import { ActiveBadge, useTriggerWords } from './words.tsx';

/** Whether it listens, and to what; the switch where the company may use it, or why it may not. */
export function WorkflowSwitch({ workflow, shared }: { workflow: WorkflowDetails; shared: boolean }) {
  const t = useTranslations('workflows');
  const may = useMay();
  const words = useTriggerWords();
  const { id, active, triggers, executable } = workflow;
  const name = nameOf(workflow.name);
  const changed = { invalidates: ['/n8n'] };
  const activate = useApiMutation('post', '/n8n/workflows/{id}/activate', {
    ...changed,
    onSuccess: () => toast.done(t('activated', { name })),
  });
  const deactivate = useApiMutation('post', '/n8n/workflows/{id}/deactivate', {
    ...changed,
    onSuccess: () => toast.done(t('deactivated', { name })),
  });
  const change = active ? deactivate : activate;
  return (
    <Card className="grid gap-3 p-4">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <ActiveBadge active={active} />
        {!shared && may('n8n:write') && (
          <Button
            variant={active ? 'outline' : 'primary'}
            size="sm"
            busy={change.isPending}
            onClick={() => change.mutate({ path: { id } })}
          >
            {t(active ? 'deactivate' : 'activate')}
          </Button>
        )}
      </div>
      <p className="text-[13px] text-muted-foreground">
        {triggers.length > 0
          ? t('startsBy', { triggers: triggers.map(words).join(', ') })
          : t('startsByHand')}
        {!executable && ` ${t(active ? 'noWebhook' : 'activateFirst')}`}
      </p>
      <ProblemNote error={activate.error ?? deactivate.error} />
      {shared && (
        <div className="grid justify-items-start gap-1 border-t pt-3 text-[13px] text-muted-foreground">
          <p>{t('sharedReason')}</p>
          {may('engines:write') && (
            <ButtonLink variant="link" size="sm" href={engineHref('n8n')}>
              {t('connectOwn')}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}
