'use client';

import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly digits: number;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** The last digit is in: typed, pasted, or filled in by the phone. */
  readonly onComplete: (code: string) => void;
}

/** The code out of what was typed, or pasted with the message around it. */
function codeIn(text: string, digits: number): string {
  const whole = new RegExp(`(?<!\\d)\\d{${digits}}(?!\\d)`).exec(text)?.[0];
  return whole ?? text.replace(/\D/g, '').slice(0, digits);
}

/** A code as one field: pasting, autofill and screen readers just work. Whatever is no digit is dropped. */
export function CodeField({ label, hint, error, digits, value, onChange, onComplete }: CodeFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          name="code"
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder={'0'.repeat(digits)}
          value={value}
          onChange={({ target }) => {
            const code = codeIn(target.value, digits);
            onChange(code);
            if (code.length === digits && code !== value) onComplete(code);
          }}
          look="code"
        />
      )}
    </Field>
  );
}
