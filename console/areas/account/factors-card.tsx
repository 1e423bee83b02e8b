'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Check } from '#components/ui/check.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { RecoveryDialog } from './recovery-dialog.tsx';
import { TotpDialog } from './totp-dialog.tsx';

const CHANGES = ['/auth/factors'];

/** The proof beside the first one: an app with codes, codes on paper, and when they are asked for. */
export function FactorsCard() {
  const t = useTranslations('account');
  const [open, setOpen] = useState<'totp' | 'end' | 'codes'>();
  const { data, error, refetch } = useApi('/auth/factors', {});
  const close = (): void => setOpen(undefined);
  const ask = useApiMutation('put', '/auth/always-ask', { invalidates: CHANGES });
  const remove = useApiMutation('delete', '/auth/totp', {
    invalidates: CHANGES,
    onSuccess: () => {
      toast.done(t('totpGone'));
      close();
    },
  });
  const strong = data !== undefined && (data.totp || data.passkeys > 0);
  return (
    <Card>
      <CardHeader title={t('factors')} />
      <div className="grid gap-4 p-4">
        {error && !data && <ProblemNote error={error} retry={refetch} />}
        {!data && !error && <Skeleton className="h-28 w-full" />}
        {data && (
          <>
            <Line title={t('totp')} text={t('totpText')} on={data.totp}>
              {data.totp ? (
                <Button variant="outline" onClick={() => setOpen('end')}>
                  {t('takeOff')}
                </Button>
              ) : (
                <Button onClick={() => setOpen('totp')}>{t('setUp')}</Button>
              )}
            </Line>
            {strong && (
              <>
                <Line title={t('recovery')} text={t('recoveryLeft', { count: data.recoveryCodes })}>
                  <Button variant="outline" onClick={() => setOpen('codes')}>
                    {t('newCodes')}
                  </Button>
                </Line>
                <Check
                  label={t('always')}
                  hint={t('alwaysText')}
                  checked={data.alwaysAsk}
                  disabled={ask.isPending}
                  onChange={({ target }) => ask.mutate({ body: { on: target.checked } })}
                />
                <ProblemNote error={ask.error} />
              </>
            )}
          </>
        )}
      </div>
      {open === 'totp' && <TotpDialog onClose={close} />}
      {open === 'codes' && <RecoveryDialog onClose={close} />}
      {open === 'end' && (
        <Confirm
          title={t('totpEnd')}
          consequence={t('totpEndText')}
          action={t('takeOff')}
          busy={remove.isPending}
          error={remove.error}
          onClose={close}
          onConfirm={() => remove.mutate({})}
        />
      )}
    </Card>
  );
}

interface LineProps {
  readonly title: string;
  readonly text: string;
  readonly on?: boolean;
  readonly children: React.ReactNode;
}

function Line({ title, text, on = false, children }: LineProps) {
  const t = useTranslations('account');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-medium">
          {title}
          {on && <Badge tone="success">{t('on')}</Badge>}
        </p>
        <p className="text-[13px] text-muted-foreground">{text}</p>
      </div>
      {children}
    </div>
  );
}
