'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

interface NoticeFormProps {
  readonly breachId: string;
  readonly audience: 'agency' | 'person';
  /** As SmarterOS would write it. */
  readonly text: string;
}

/** The words for a notice, to be sent by one's own ways, and the record that they were. */
export function NoticeForm({ breachId, audience, text }: NoticeFormProps) {
  const t = useTranslations('privacy');
  const [open, setOpen] = useState(false);
  const tell = useApiMutation('post', '/breaches/{id}/notices', {
    invalidates: ['/breaches'],
    onSuccess: () => {
      toast.done(t('noticeRecorded'));
      setOpen(false);
    },
  });
  if (!open)
    return (
      <div>
        <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
          {t(`tell.${audience}`)}
        </Button>
      </div>
    );
  const errors = fieldsOf(tell.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [recipient, channel, words] = ['recipient', 'channel', 'text'].map((name) =>
      textOf(event.currentTarget, name),
    ) as [string, string, string];
    tell.mutate({ path: { id: breachId }, body: { audience, recipient, channel, text: words } });
  };
  return (
    <form className="grid gap-3" onSubmit={submit} noValidate>
      <Field label={t('noticeText')} hint={t('noticeTextHint')} error={errors['text']}>
        {(control) => <Textarea {...control} name="text" defaultValue={text} />}
      </Field>
      <Field label={t('noticeTo')} error={errors['recipient']}>
        {(control) => (
          <Input
            {...control}
            name="recipient"
            autoComplete="off"
            defaultValue={audience === 'agency' ? t('agencyName') : ''}
          />
        )}
      </Field>
      <Field label={t('noticeChannel')} hint={t('noticeChannelHint')} error={errors['channel']}>
        {(control) => <Input {...control} name="channel" autoComplete="off" />}
      </Field>
      <ProblemNote error={tell.error} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" busy={tell.isPending}>
          {t('noticeSent')}
        </Button>
        <Button variant="ghost" size="sm" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
