'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { ApiError } from '#lib/api/error.ts';
import { ProblemNote } from './problem-note.tsx';

interface ConfirmByNameProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and what of it can't be undone. */
  readonly consequence: ReactNode;
  /** What that takes, where one sentence doesn't tell it. */
  readonly details?: ReactNode;
  /** Has to be typed. */
  readonly name: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

const same = (a: string, b: string): boolean =>
  a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'base' }) === 0;

/** Before something is destroyed: says what, and wants its name. */
export function ConfirmByName({ name, title, consequence, action, ...props }: ConfirmByNameProps) {
  const t = useTranslations('common');
  const [typed, setTyped] = useState('');
  return (
    <Dialog open={props.open} onClose={props.onClose} title={title} description={consequence}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (same(typed, name)) props.onConfirm();
        }}
      >
        {props.details}
        <Field label={t('typeName', { name })}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={props.error} />
        <FormActions
          onCancel={props.onClose}
          variant="destructive"
          busy={props.busy}
          disabled={!same(typed, name)}
        >
          {action}
        </FormActions>
      </form>
    </Dialog>
  );
}
