'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { CodeStep } from '#components/entry/code-step.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { sendCodeToNew } from '#lib/api/challenge.ts';
import { hasCode, type ApiError } from '#lib/api/error.ts';
import { guarded } from '#lib/api/guarded.ts';
import type { Answer } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { ME, useSession } from '#lib/session/session.tsx';
import { WhatHappens } from './what-happens.tsx';

type Sent = Answer<'/auth/phone/code', 'post'>;
const CHANGES = [...ME, '/sessions'];
/** Of a national number at least; fewer digits are the end of many. */
const DIGITS = 8;

const bare = (phone: string): string => phone.replace(/[^+\d]/g, '');
const isSame = (own: string | null, typed: string): boolean => {
  const digits = typed.replace(/\D/g, '');
  return digits.length >= DIGITS && own?.endsWith(digits) === true;
};

/** Another number: what will happen, a code to it, and only then is it changed. */
export function PhoneDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const { me } = useSession();
  const [phone, setPhone] = useState('');
  const [same, setSame] = useState(false);
  const [sent, setSent] = useState<Sent & { at: number }>();
  const send = useMutation<Sent, ApiError>({
    // Whoever hasn't proved lately that it is them does so first, over this dialog.
    mutationFn: () => guarded(() => sendCodeToNew(bare(phone))),
    onSuccess: (answer) => setSent({ ...answer, at: Date.now() }),
  });
  const set = useApiMutation('put', '/auth/phone', {
    invalidates: CHANGES,
    onSuccess: (answer) => {
      toast.done(t('phoneDone', { phone: showPhone(answer.phone) }));
      onClose();
    },
  });
  if (sent)
    return (
      <Dialog open insistent onClose={onClose} title={t('changePhone')}>
        <CodeStep
          phone={phone}
          words={{ enter: t('changePhone') }}
          digits={sent.digits}
          resendAfter={sent.resendAfter}
          sentAt={sent.at}
          error={set.error ?? send.error}
          busy={set.isPending || set.isSuccess}
          sending={send.isPending}
          onCode={(code) => set.mutate({ body: { phone: bare(phone), code } })}
          onResend={() => (set.reset(), send.mutate())}
          onOther={() => (set.reset(), send.reset(), setSent(undefined))}
        />
      </Dialog>
    );
  const wrong =
    send.error?.fields['phone'] ??
    (hasCode(send.error, 'phone_country_not_allowed') ? send.error.message : undefined);
  return (
    <Dialog open onClose={onClose} title={t('changePhone')}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSame(isSame(me.phone, phone));
          if (phone.trim() && !isSame(me.phone, phone)) send.mutate();
        }}
      >
        <PhoneField value={phone} onChange={setPhone} error={same ? t('samePhone') : wrong} />
        <WhatHappens
          title={t('phoneWhat')}
          points={[t('phoneWhat1'), t('phoneWhat2'), t('phoneWhat3'), t('phoneWhat4')]}
        />
        {wrong === undefined && <ProblemNote error={send.error} />}
        <FormActions onCancel={onClose} busy={send.isPending}>
          {t('sendCode')}
        </FormActions>
      </form>
    </Dialog>
  );
}

interface PhoneFieldProps {
  readonly value: string;
  readonly onChange: (phone: string) => void;
  readonly error: string | undefined;
}

function PhoneField({ value, onChange, error }: PhoneFieldProps) {
  const t = useTranslations('account');
  const login = useTranslations('login');
  return (
    <Field label={t('newPhone')} hint={login('phoneHint')} error={error}>
      {(control) => (
        <Input
          {...control}
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          placeholder="+56 9 1234 5678"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
