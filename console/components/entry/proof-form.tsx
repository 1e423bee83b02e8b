'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { ApiError } from '#lib/api/error.ts';
import { CodeField } from './code-field.tsx';

export type Kind = 'totp' | 'recovery' | 'code' | 'password';
const TYPED: readonly Kind[] = ['totp', 'code', 'recovery', 'password'];
const isTyped = (method: string): method is Kind => (TYPED as readonly string[]).includes(method);
const DIGITS = 6;

interface ProofFormProps {
  /** What counts, as the API says it. */
  readonly methods: readonly string[];
  readonly error: ApiError | null;
  readonly busy: boolean;
  readonly onProof: (kind: Kind, value: string) => void;
  /** Missing where the device has no passkeys. */
  readonly onPasskey?: (() => void) | undefined;
}

/** A second factor, or another proof of who one is: the first that counts, and the others at hand. */
export function ProofForm({ methods, error, busy, onProof, onPasskey }: ProofFormProps) {
  const t = useTranslations('proof');
  const kinds = methods.filter(isTyped);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'recovery');
  const [value, setValue] = useState('');
  // Emptied for the next try, as what was typed is wrong.
  const [emptiedFor, setEmptiedFor] = useState<ApiError | null>(null);
  if (emptiedFor !== error) {
    setEmptiedFor(error);
    setValue('');
  }
  const choose = (next: Kind): void => {
    setKind(next);
    setValue('');
  };
  const isCode = kind === 'totp' || kind === 'code';
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (value) onProof(kind, value);
      }}
    >
      {methods.includes('passkey') && onPasskey && (
        <Button size="lg" variant="outline" onClick={onPasskey} disabled={busy}>
          <KeyRound aria-hidden />
          {t('passkey')}
        </Button>
      )}
      {isCode && (
        <CodeField
          label={t(kind)}
          digits={DIGITS}
          value={value}
          onChange={setValue}
          onComplete={(code) => onProof(kind, code)}
        />
      )}
      {!isCode && (
        <Field label={t(kind)}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              type={kind === 'password' ? 'password' : 'text'}
              autoComplete={kind === 'password' ? 'current-password' : 'off'}
              value={value}
              onChange={({ target }) => setValue(target.value)}
            />
          )}
        </Field>
      )}
      <ProblemNote error={error} />
      <Button type="submit" size="lg" busy={busy} disabled={value === ''}>
        {t('confirm')}
      </Button>
      {kinds
        .filter((other) => other !== kind)
        .map((other) => (
          <Button
            key={other}
            variant="link"
            size="sm"
            className="justify-self-start"
            onClick={() => choose(other)}
          >
            {t('use', { what: t(other) })}
          </Button>
        ))}
    </form>
  );
}
