'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import type { Import } from './states.ts';

/** How far it is. One may leave: it goes on by itself. */
export function ImportProgress({ of }: { of: Import }) {
  const t = useTranslations('imports');
  const may = useMay();
  const { number } = useFormat();
  const cancel = useApiMutation('post', '/imports/{id}/cancel', { invalidates: ['/imports'] });
  const undoing = of.state === 'undoing';
  const [done, total] = undoing ? [of.undone + of.conflicts, of.created + of.updated] : [of.rows, of.total];
  // The total is an estimate until the end.
  const most = Math.max(total, done, 1);
  return (
    <Card className="grid gap-4 p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p className="font-medium">{undoing ? t('undoing') : t('running')}</p>
        <p className="text-muted-foreground tabular-nums" role="status">
          {t('progress', { done: number(done), total: number(most) })}
        </p>
      </div>
      <progress
        aria-label={undoing ? t('undoing') : t('running')}
        value={done}
        max={most}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-primary"
      />
      <p className="text-[13px] text-muted-foreground">{t('mayLeave')}</p>
      <ProblemNote error={cancel.error} />
      {!undoing && may('contacts:write') && (
        <div>
          <Button
            variant="outline"
            busy={cancel.isPending}
            onClick={() => cancel.mutate({ path: { id: of.id } })}
          >
            {t('stop')}
          </Button>
        </div>
      )}
    </Card>
  );
}
