'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CopyOnce } from '#components/data/copy-once.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

/** An address for somebody who tells us things. Address and secret are shown this once. */
export function HookSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('webhooks');
  const hooks = useApi('/incoming-hooks', {});
  const senders = hooks.data?.senders ?? [];
  const [chosen, setChosen] = useState<string>();
  const sender = senders.find(({ engine }) => engine === chosen) ?? senders[0];
  const create = useApiMutation('post', '/incoming-hooks', { invalidates: ['/incoming-hooks'] });
  const errors = fieldsOf(create.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const secret = textOf(event.currentTarget, 'secret');
    create.mutate({ body: { engine: textOf(event.currentTarget, 'engine'), ...(secret && { secret }) } });
  };
  if (create.data)
    return (
      <Dialog side open insistent onClose={onClose} title={t('madeIn')} description={t('madeInText')}>
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">{t('address')}</p>
          <CopyOnce label={t('address')} value={create.data.url ?? ''} />
        </div>
        {create.data.secret && (
          <div className="grid gap-1.5">
            <p className="text-sm font-medium">{t('secret')}</p>
            <CopyOnce label={t('secret')} value={create.data.secret} />
          </div>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('kept')}</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog side open onClose={onClose} title={t('newIn')} description={t('newInText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('sender')} error={errors['engine']}>
          {(control) => (
            <Select
              {...control}
              name="engine"
              value={sender?.engine}
              onChange={({ target }) => setChosen(target.value)}
            >
              {senders.map(({ engine, title }) => (
                <option key={engine} value={engine}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={t('secret')}
          hint={t(sender?.secret === 'theirs' ? 'secretTheirs' : 'secretOurs', { name: sender?.title ?? '' })}
          error={errors['secret']}
        >
          {(control) => <Input {...control} name="secret" autoComplete="off" />}
        </Field>
        <ProblemNote error={create.error ?? hooks.error} />
        <FormActions onCancel={onClose} busy={create.isPending}>
          {t('createIn')}
        </FormActions>
      </form>
    </Dialog>
  );
}
