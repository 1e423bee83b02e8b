'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select, Textarea } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

const KINDS = ['access', 'rectify', 'erase', 'oppose', 'portability', 'block'] as const;
const CHANNELS = ['email', 'whatsapp', 'phone', 'in_person', 'paper', 'web_form'] as const;

/** What somebody asked by mail, phone or at the counter: from here on the law's clock runs. */
export function NewRequestSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('privacy');
  const record = useApiMutation('post', '/privacy/requests', {
    invalidates: ['/privacy/requests'],
    onSuccess: () => {
      toast.done(t('requestRecorded'));
      onClose();
    },
  });
  const errors = fieldsOf(record.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = textOf(form, 'email');
    const phone = textOf(form, 'phone');
    record.mutate({
      body: {
        kind: KINDS.find((one) => one === textOf(form, 'kind')) ?? 'access',
        channel: CHANNELS.find((one) => one === textOf(form, 'channel')) ?? 'email',
        requesterName: textOf(form, 'name'),
        details: textOf(form, 'details'),
        ...(email && { requesterEmail: email }),
        ...(phone && { requesterPhone: phone }),
      },
    });
  };
  return (
    <Dialog side open onClose={onClose} title={t('newRequest')} description={t('newRequestText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('who')} error={errors['requesterName']}>
          {(control) => <Input {...control} name="name" autoComplete="off" required />}
        </Field>
        <Field label={t('kind')} error={errors['kind']}>
          {(control) => (
            <Select {...control} name="kind">
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('channel')} error={errors['channel']}>
          {(control) => (
            <Select {...control} name="channel">
              {CHANNELS.map((one) => (
                <option key={one} value={one}>
                  {t(`channels.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('email')} hint={t('emailHint')} error={errors['requesterEmail']}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
        </Field>
        <Field label={t('phone')} error={errors['requesterPhone']}>
          {(control) => <Input {...control} name="phone" type="tel" autoComplete="off" />}
        </Field>
        <Field label={t('details')} error={errors['details']}>
          {(control) => <Textarea {...control} name="details" required />}
        </Field>
        <ProblemNote error={record.error} />
        <FormActions onCancel={onClose} busy={record.isPending}>
          {t('record')}
        </FormActions>
      </form>
    </Dialog>
  );
}
