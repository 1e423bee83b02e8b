'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { CodeStep } from '#components/entry/code-step.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useSendsCodes } from '#lib/session/use-sender.ts';
import { ME, useSession } from '#lib/session/session.tsx';
import { WhatHappens } from './what-happens.tsx';

type Sent = Answer<'/auth/email/code', 'post'>;

/** A mail address, or another one: it counts once a code that was sent to it has come back. */
export function EmailDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const { me } = useSession();
  const [typed, setEmail] = useState('');
  const [same, setSame] = useState(false);
  const [sent, setSent] = useState<Sent & { at: number }>();
  const sends = useSendsCodes('mail');
  const email = typed.trim().toLowerCase();
  const title = t(me.email === null ? 'addEmail' : 'changeEmail');
  const send = useApiMutation('post', '/auth/email/code', {
    onSuccess: (answer) => setSent({ ...answer, at: Date.now() }),
  });
  const ask = (): void => send.mutate({ body: { email } });
  const set = useApiMutation('put', '/auth/email', {
    invalidates: ME,
    onSuccess: (answer) => {
      toast.done(t('emailDone', { email: answer.email ?? '' }));
      onClose();
    },
  });
  if (sent)
    return (
      <Dialog open insistent onClose={onClose} title={title}>
        <CodeStep
          phone={email}
          words={{
            sent: t(sends ? 'emailSent' : 'emailMade', { email }),
            enter: title,
            other: t('emailOther'),
            hint: sends ? t('emailHint') : t('emailLocal', { command: './smarteros messages' }),
          }}
          digits={sent.digits}
          resendAfter={sent.resendAfter}
          sentAt={sent.at}
          error={set.error ?? send.error}
          busy={set.isPending || set.isSuccess}
          sending={send.isPending}
          onCode={(code) => set.mutate({ body: { email, code } })}
          onResend={() => (set.reset(), ask())}
          onOther={() => (set.reset(), send.reset(), setSent(undefined))}
        />
      </Dialog>
    );
  const wrong = send.error?.fields['email'];
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isSame = email === me.email;
          setSame(isSame);
          if (email && !isSame) ask();
        }}
      >
        <Field label={t('newEmail')} error={same ? t('sameEmail') : wrong}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={typed}
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <WhatHappens title={t('phoneWhat')} points={[t('emailWhat1'), t('emailWhat2')]} />
        {wrong === undefined && <ProblemNote error={send.error} />}
        <FormActions onCancel={onClose} busy={send.isPending}>
          {t('sendCode')}
        </FormActions>
      </form>
    </Dialog>
  );
}

export function EmailRemoval({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const remove = useApiMutation('delete', '/auth/email', {
    invalidates: ME,
    onSuccess: () => {
      toast.done(t('emailGone'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('removeEmail')}
      consequence={t('removeEmailText')}
      action={t('takeOff')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({})}
    />
  );
}
