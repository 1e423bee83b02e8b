'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

const BASES = ['legal_claim', 'authority', 'tax', 'legal_duty', 'other'] as const;

/** A lawsuit, an audit: what it is about stays until somebody lifts the hold. */
export function HoldSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('privacy');
  const classes = useApi('/retention', {});
  const create = useApiMutation('post', '/holds', {
    invalidates: ['/holds'],
    onSuccess: () => {
      toast.done(t('holdMade'));
      onClose();
    },
  });
  const errors = fieldsOf(create.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = textOf(form, 'class');
    const until = textOf(form, 'until');
    create.mutate({
      body: {
        reason: textOf(form, 'reason'),
        basis: BASES.find((one) => one === textOf(form, 'basis')) ?? 'other',
        ...(name && { class: name }),
        ...(until && { until: new Date(`${until}T23:59:59`).toISOString() }),
      },
    });
  };
  return (
    <Dialog side open onClose={onClose} title={t('newHold')} description={t('newHoldText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('holdReason')} hint={t('holdReasonHint')} error={errors['reason']}>
          {(control) => <Input {...control} name="reason" autoComplete="off" />}
        </Field>
        <Field label={t('holdBasisLabel')} error={errors['basis']}>
          {(control) => (
            <Select {...control} name="basis">
              {BASES.map((one) => (
                <option key={one} value={one}>
                  {t(`holdBasis.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('holdWhat')} error={errors['class']}>
          {(control) => (
            <Select {...control} name="class">
              <option value="">{t('holdAll')}</option>
              {classes.data?.data.map((one) => (
                <option key={one.class} value={one.class}>
                  {one.class}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('holdUntil')} hint={t('holdUntilHint')} error={errors['until']}>
          {(control) => <Input {...control} name="until" type="date" />}
        </Field>
        <ProblemNote error={create.error} />
        <FormActions onCancel={onClose} busy={create.isPending}>
          {t('hold')}
        </FormActions>
      </form>
    </Dialog>
  );
}
