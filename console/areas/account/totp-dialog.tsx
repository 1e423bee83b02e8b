'use client';

import dynamic from 'next/dynamic';
import { useEffect, useEffectEvent, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { CodesDialog } from './recovery-dialog.tsx';

/** Sets an app with codes up: its secret, a first code as the proof, and the codes for the day the phone is lost. */
export function TotpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const enrol = useApiMutation('post', '/auth/totp');
  const confirm = useApiMutation('post', '/auth/totp/confirm', { invalidates: ['/auth/factors'] });
  const begin = useEffectEvent(() => enrol.mutate({}));
  useEffect(() => begin(), []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    confirm.mutate({ body: { code: textOf(event.currentTarget, 'code').replaceAll(' ', '') } });
  };
  if (confirm.data?.recoveryCodes)
    return <CodesDialog codes={confirm.data.recoveryCodes} onClose={onClose} />;
  if (confirm.isSuccess)
    return (
      <Dialog open onClose={onClose} title={t('totpReady')}>
        <DialogActions>
          <Button onClick={onClose}>{t('done')}</Button>
        </DialogActions>
      </Dialog>
    );
  const { data } = enrol;
  return (
    <Dialog open insistent onClose={onClose} title={t('totp')} description={t('totpSteps')}>
      <ProblemNote error={enrol.error} retry={() => enrol.mutate({})} />
      {!data && !enrol.error && <Skeleton className="h-28 w-full" />}
      {data && (
        <form className="grid gap-4" onSubmit={submit} noValidate>
          <div className="grid gap-2">
            {data.uri && <QrCode text={data.uri} label={t('totpQr')} />}
            <CodeBlock label={t('totpSecret')} text={grouped(data.secret ?? '')} />
            {data.uri && (
              <a href={data.uri} className="text-primary underline-offset-4 hover:underline">
                {t('totpOpen')}
              </a>
            )}
          </div>
          <Field label={t('totpCode')} error={fieldsOf(confirm.error)['code']}>
            {(control) => (
              <Input
                {...control}
                look="code"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                required
              />
            )}
          </Field>
          <ProblemNote error={confirm.error} />
          <FormActions onCancel={onClose} busy={confirm.isPending}>
            {t('confirm')}
          </FormActions>
        </form>
      )}
    </Dialog>
  );
}

const QrCode = dynamic(() => import('./qr-code.tsx').then((module) => module.QrCode), {
  loading: () => <Skeleton className="mx-auto size-48" />,
});

/** As it is typed off a screen. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
