'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { ImportErrors } from './import-errors.tsx';
import { TONES, type Import } from './states.ts';

const COUNTS = ['created', 'updated', 'skipped', 'failed'] as const;

/** What came of it, which lines were wrong, and the way back. */
export function ImportResult({ of }: { of: Import }) {
  const t = useTranslations('imports');
  const may = useMay();
  const { number } = useFormat();
  const [asking, setAsking] = useState(false);
  const undo = useApiMutation('post', '/imports/{id}/undo', {
    invalidates: ['/imports', '/contacts'],
    onSuccess: () => setAsking(false),
  });
  const changed = of.created + of.updated;
  const counts = of.state === 'undone' ? (['undone', 'conflicts'] as const) : COUNTS;
  return (
    <div className="grid gap-4">
      <Card className="grid gap-4 p-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Badge tone={TONES[of.state]}>{t(`states.${of.state}`)}</Badge>
          <div className="flex flex-wrap gap-2">
            {changed > 0 && of.state !== 'undone' && may('contacts:destroy') && (
              <Button variant="outline" onClick={() => setAsking(true)}>
                <Undo2 aria-hidden />
                {t('undo')}
              </Button>
            )}
            <ButtonLink href="/contacts">{t('toContacts')}</ButtonLink>
          </div>
        </div>
        {of.failure !== null && <p className="text-destructive">{of.failure}</p>}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {counts.map((name) => (
            <div key={name} className="grid gap-0.5">
              <dt className="text-[13px] text-muted-foreground">{t(`counts.${name}`)}</dt>
              <dd className="text-2xl font-semibold tracking-tight tabular-nums">{number(of[name])}</dd>
            </div>
          ))}
        </dl>
        {of.state === 'undone' && of.conflicts > 0 && (
          <p className="text-[13px] text-muted-foreground">{t('conflictsAbout')}</p>
        )}
      </Card>
      {of.failed > 0 && <ImportErrors of={of} />}
      {asking && (
        <Confirm
          destructive
          onClose={() => setAsking(false)}
          title={t('undoTitle')}
          consequence={t('undoConsequence', { created: of.created, updated: of.updated })}
          action={t('undo')}
          busy={undo.isPending}
          error={undo.error}
          onConfirm={() => undo.mutate({ path: { id: of.id } })}
        />
      )}
    </div>
  );
}
