'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ApiError } from '#lib/api/error.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useSendsCodes } from '#lib/session/use-sender.ts';
import { CodeField } from './code-field.tsx';

interface Words {
  /** That it was sent, and to where. */
  readonly sent: string;
  /** Of the button. */
  readonly enter: string;
  /** Back to where it was sent to. */
  readonly other: string;
  /** What to do when it doesn't come. */
  readonly hint: ReactNode;
}

interface CodeStepProps {
  readonly phone: string;
  /** Where they aren't those of a login. */
  readonly words?: Partial<Words>;
  readonly digits: number;
  readonly resendAfter: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** Another code is being asked for. */
  readonly sending: boolean;
  readonly onCode: (code: string) => void;
  readonly onResend: () => void;
  readonly onOther: () => void;
}

export function CodeStep({
  phone,
  words = {},
  digits,
  sentAt,
  resendAfter,
  error,
  busy,
  sending,
  ...act
}: CodeStepProps) {
  const t = useTranslations('login');
  const [code, setCode] = useState('');
  const sends = useSendsCodes();
  const wait = useCountdown(sentAt + resendAfter * 1000);
  // The field is emptied for the next try, whether the code was wrong or a new one is on its way.
  const [emptiedFor, setEmptiedFor] = useState<unknown>(null);
  if (emptiedFor !== (error ?? sentAt)) {
    setEmptiedFor(error ?? sentAt);
    setCode('');
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === digits) act.onCode(code);
      }}
    >
      <p role="status" className="text-muted-foreground">
        {words.sent ?? t(sends ? 'sent' : 'made', { phone: showPhone(phone) })}
      </p>
      <CodeField label={t('code')} digits={digits} value={code} onChange={setCode} onComplete={act.onCode} />
      <ProblemNote error={error} />
      <Button type="submit" size="lg" busy={busy} disabled={code.length < digits}>
        {words.enter ?? t('enter')}
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button variant="link" size="sm" onClick={act.onOther}>
          {words.other ?? t('other')}
        </Button>
        <Button
          variant="link"
          size="sm"
          className="tabular-nums"
          disabled={wait > 0 || sending}
          onClick={act.onResend}
        >
          {wait > 0 ? t('resendIn', { seconds: wait }) : t('resend')}
        </Button>
      </div>
      <p className="border-t pt-3 text-[13px] text-muted-foreground">
        {words.hint ??
          (sends
            ? t('noWhatsApp')
            : t.rich('localHint', {
                command: () => (
                  <code className="rounded-sm bg-muted px-1 py-0.5 font-mono">{'./smarteros messages'}</code>
                ),
              }))}
      </p>
    </form>
  );
}

/** Seconds until a moment, 0 after it. */
function useCountdown(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
