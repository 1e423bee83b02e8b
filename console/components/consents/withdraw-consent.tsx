'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { ChannelField } from './channel-field.tsx';
import { isChannel } from './channels.ts';

interface WithdrawConsentProps {
  readonly consent: Row<'/consents'>;
  /** Whose it is, where that is known. */
  readonly name?: string;
  readonly onClose: () => void;
}

/** Somebody took a consent back: how they said so is part of the proof. */
export function WithdrawConsent({ consent, name, onClose }: WithdrawConsentProps) {
  const t = useTranslations('consents');
  const { purpose } = consent;
  const withdraw = useApiMutation('post', '/consents/{id}/withdraw', {
    invalidates: ['/consents', '/contacts'],
    onSuccess: () => {
      toast.done(t('withdrawn'));
      onClose();
    },
  });
  const errors = fieldsOf(withdraw.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const [channel, note] = [textOf(form, 'channel'), textOf(form, 'note')];
    if (!isChannel(channel)) return;
    withdraw.mutate({ path: { id: consent.id }, body: { channel, ...(note && { note }) } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('withdrawTitle')}
      description={t('withdrawConsequence', { name: name ?? t('somebody'), purpose })}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <ChannelField label={t('withdrawChannel')} error={errors['channel']} />
        <Field label={t('note')} hint={t('noteHint')} error={errors['note']}>
          {(control) => <Input {...control} name="note" autoComplete="off" maxLength={300} />}
        </Field>
        <ProblemNote error={withdraw.error} />
        <FormActions onCancel={onClose} variant="destructive" busy={withdraw.isPending}>
          {t('withdraw')}
        </FormActions>
      </form>
    </Dialog>
  );
}
