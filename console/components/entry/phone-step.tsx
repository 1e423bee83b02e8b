'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { ApiError } from '#lib/api/error.ts';

interface PhoneStepProps {
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  readonly error: ApiError | null;
  readonly busy: boolean;
  readonly onSend: () => void;
}

export function PhoneStep({ phone, onPhone, error, busy, onSend }: PhoneStepProps) {
  const t = useTranslations('login');
  const wrong = error?.fields['phone'];
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (phone.trim()) onSend();
      }}
    >
      <Field label={t('phone')} hint={t('phoneHint')} error={wrong}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            placeholder="+56 9 1234 5678"
            value={phone}
            onChange={({ target }) => onPhone(target.value)}
            look="lg"
          />
        )}
      </Field>
      {wrong === undefined && <ProblemNote error={error} />}
      <Button type="submit" size="lg" busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
