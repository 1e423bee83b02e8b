'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { CopyOnce } from '#components/data/copy-once.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ScopePicker } from '#components/scopes/scope-picker.tsx';
import { scopesOf, type Choice } from '#components/scopes/scopes.ts';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

const DAYS = [30, 90, 365] as const;
const MS_PER_DAY = 86_400_000;

interface KeySheetProps {
  /** Whose key it is to be: it can do what the account can. Without one it stands for itself. */
  readonly account?: Pick<Row<'/accounts'>, 'id' | 'name' | 'scopes'> | undefined;
  readonly onClose: () => void;
}

/** Makes a key: its name, what it may do, how long. What it is is shown this once. */
export function KeySheet({ account, onClose }: KeySheetProps) {
  const t = useTranslations('api');
  const [choice, setChoice] = useState<Choice>({ contacts: 'read' });
  const create = useApiMutation('post', '/keys', { invalidates: ['/keys'] });
  const errors = fieldsOf(create.error);
  const made = create.data;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const days = Number(textOf(event.currentTarget, 'days'));
    create.mutate({
      body: {
        name: textOf(event.currentTarget, 'name'),
        scopes: account ? account.scopes : scopesOf(choice),
        ...(account && { accountId: account.id }),
        ...(days > 0 && { expiresAt: new Date(Date.now() + days * MS_PER_DAY).toISOString() }),
      },
    });
  };
  if (made)
    return (
      <Dialog side open insistent onClose={onClose} title={t('ready', { name: made.name })}>
        <CopyOnce label={t('key')} value={made.key ?? ''} />
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">{t('tryIt')}</p>
          <CodeBlock label={t('tryIt')} text={curlOf(made.key ?? '')} />
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('kept')}</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog
      side
      open
      onClose={onClose}
      title={t('newKey')}
      description={account ? t('keyOfAccount', { name: account.name }) : t('newKeyText')}
    >
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('name')} hint={t('nameHint')} error={errors['name']}>
          {(control) => <Input {...control} name="name" required autoComplete="off" maxLength={100} />}
        </Field>
        {!account && <ScopePicker value={choice} onChange={setChoice} error={errors['scopes']} />}
        <Field label={t('ends')} error={errors['expiresAt']}>
          {(control) => (
            <Select {...control} name="days" defaultValue="365">
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  {t('inDays', { days })}
                </option>
              ))}
              <option value="0">{t('noEnd')}</option>
            </Select>
          )}
        </Field>
        <ProblemNote error={create.error} />
        <FormActions
          onCancel={onClose}
          busy={create.isPending}
          disabled={!account && Object.keys(choice).length === 0}
        >
          {t('create')}
        </FormActions>
      </form>
    </Dialog>
  );
}

const curlOf = (key: string): string =>
  `curl ${window.location.origin}/contacts \\\n  -H "Authorization: Bearer ${key}"`;
