'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ChannelField } from '#components/consents/channel-field.tsx';
import { isChannel } from '#components/consents/channels.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

/** A contact agreed to something: what for, in which words, how they said so, and where the proof is. */
export function ConsentSheet({ contact, onClose }: { contact: Row<'/contacts'>; onClose: () => void }) {
  const t = useTranslations('consents');
  const record = useApiMutation('post', '/consents', {
    invalidates: ['/consents', '/contacts'],
    onSuccess: () => {
      toast.done(t('recorded'));
      onClose();
    },
  });
  const errors = fieldsOf(record.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const of = (name: string): string => textOf(form, name);
    const channel = of('channel');
    if (!isChannel(channel)) return;
    const [givenOn, evidence] = [of('givenOn'), of('evidence')];
    record.mutate({
      body: {
        contactId: contact.id,
        purpose: of('purpose').toLowerCase(),
        text: of('text'),
        channel,
        ...(evidence && { evidence }),
        // The day as it was here; today means now.
        ...(givenOn && givenOn !== today() && { givenAt: new Date(`${givenOn}T12:00`).toISOString() }),
      },
    });
  };
  return (
    <Dialog
      side
      open
      onClose={onClose}
      title={t('recordTitle')}
      description={t('recordAbout', { name: contact.name })}
    >
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('purpose')} hint={t('purposeHint')} error={errors['purpose']}>
          {(control) => <Input {...control} name="purpose" autoComplete="off" defaultValue="marketing" />}
        </Field>
        <Field label={t('text')} hint={t('textHint')} error={errors['text']}>
          {(control) => <Textarea {...control} name="text" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <ChannelField label={t('channel')} error={errors['channel']} />
          <Field label={t('givenOn')} error={errors['givenAt']}>
            {(control) => (
              <Input {...control} name="givenOn" type="date" max={today()} defaultValue={today()} />
            )}
          </Field>
        </div>
        <Field label={t('evidence')} hint={t('evidenceHint')} error={errors['evidence']}>
          {(control) => <Input {...control} name="evidence" autoComplete="off" maxLength={300} />}
        </Field>
        <ProblemNote error={record.error} />
        <FormActions onCancel={onClose} busy={record.isPending}>
          {t('save')}
        </FormActions>
      </form>
    </Dialog>
  );
}

/** Where the reader is; Swedish writes dates as fields take them. */
const today = (): string => new Date().toLocaleDateString('sv-SE');
