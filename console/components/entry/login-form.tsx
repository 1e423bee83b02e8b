'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasCode, type ApiError } from '#lib/api/error.ts';
import { api } from '#lib/api/call.ts';
import type { Answer } from '#lib/api/types.ts';
import { sendCode } from '#lib/api/challenge.ts';
import { tellTabs } from '#lib/session/tabs.ts';
import { useSent } from './use-sent.ts';
import { CodeStep } from './code-step.tsx';
import { FactorStep } from './factor-step.tsx';
import { PhoneStep } from './phone-step.tsx';

export type Login = Answer<'/auth/otp/verify', 'post'>;
type Sent = Answer<'/auth/otp/send', 'post'>;

/** `+`, or a national number of nine digits; blanks and dashes don't matter. */
const bare = (phone: string): string => phone.replace(/[^+\d]/g, '');

interface LoginFormProps {
  /** Who logs in again says nothing twice. */
  readonly phone?: string;
  /** Over another page: its address and history stay as they are. */
  readonly overlaid?: boolean;
  readonly onDone: (login: Login) => void;
}

/** Phone, code, and the second factor where there is one. A page and a dialog have it. */
export function LoginForm({ phone: known = '', overlaid = false, onDone: goOn }: LoginFormProps) {
  const onDone = (login: Login): void => {
    tellTabs();
    goOn(login);
  };
  const [typed, setPhone] = useState<string>();
  const [ticket, setTicket] = useState<{ ticket: string; methods: readonly string[] }>();
  const [sent, setSent] = useSent(overlaid);
  const phone = typed ?? sent.phone ?? known;
  const send = useMutation<Sent, ApiError, void>({
    mutationFn: () => sendCode(bare(phone)),
    onSuccess: (answer) => setSent({ ...answer, phone, at: Date.now() }),
  });
  const verify = useMutation<Login, ApiError, string>({
    mutationFn: (code) => api.post('/auth/otp/verify', { body: { phone: bare(phone), code } }),
    onSuccess: (login) => {
      setSent(undefined);
      onDone(login);
    },
    onError: (error) => {
      if (!hasCode(error, 'second_factor_required')) return;
      const data = error.problem?.data ?? {};
      setTicket({ ticket: String(data['ticket']), methods: String(data['methods']).split(' ') });
    },
  });
  const again = (): void => {
    verify.reset();
    send.reset();
    setTicket(undefined);
    setSent(undefined);
  };
  if (ticket) return <FactorStep {...ticket} onDone={onDone} onAgain={again} />;
  if (sent.open || verify.isSuccess)
    return (
      <CodeStep
        phone={phone}
        digits={sent.digits}
        resendAfter={sent.resendAfter}
        sentAt={sent.at}
        error={verify.error ?? send.error}
        busy={verify.isPending || verify.isSuccess}
        sending={send.isPending}
        onCode={verify.mutate}
        onResend={() => (verify.reset(), send.mutate())}
        onOther={again}
      />
    );
  return (
    <PhoneStep
      phone={phone}
      onPhone={setPhone}
      error={send.error}
      busy={send.isPending}
      onSend={send.mutate}
    />
  );
}
