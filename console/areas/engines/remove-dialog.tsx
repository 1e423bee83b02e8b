'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ConfirmByName } from '#components/data/confirm-by-name.tsx';
import type { Engine } from '#components/data/engine-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';

/** The plan first, read from the engine as it is now; then its name. */
export function RemoveDialog({ engine, onClose }: { engine: Engine; onClose: () => void }) {
  const t = useTranslations('engines');
  const { title, engine: name } = engine;
  const { data, error, refetch } = useApi('/engines/{engine}/plan', {
    path: { engine: name },
    query: { wanted: 'absent' },
  });
  const remove = useApiMutation('delete', '/engines/{engine}', {
    invalidates: ['/engines', '/chatwoot', '/n8n'],
    onSuccess: () => {
      toast.done(t('removing', { title }));
      onClose();
    },
  });
  if (!data)
    return (
      <Dialog open onClose={onClose} title={t('removeTitle', { title })} description={t('reading')}>
        {error ? <ProblemNote error={error} retry={refetch} /> : <SkeletonRows rows={3} />}
      </Dialog>
    );
  return (
    <ConfirmByName
      open
      onClose={onClose}
      title={t('removeTitle', { title })}
      consequence={t(data.destroys ? 'destroys' : 'destroysNothing', { title })}
      details={<Plan plan={data} />}
      name={title}
      action={t('remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ path: { engine: name }, query: { plan: data.plan, confirm: name } })}
    />
  );
}

function Plan({ plan }: { plan: Answer<'/engines/{engine}/plan'> }) {
  const t = useTranslations('engines');
  const steps = plan.steps.filter(({ status }) => status !== 'done');
  return (
    <ul aria-label={t('plan')} className="grid gap-2 rounded-md border p-3">
      {steps.length === 0 && <li className="text-muted-foreground">{t('planNothing')}</li>}
      {steps.map(({ name, title, destructive }) => (
        <li key={name} className="flex items-start gap-2.5">
          {destructive ? (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
          ) : (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
          )}
          <span className="min-w-0">
            {title}
            {destructive && <span className="block text-[13px] text-destructive">{t('forEver')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
