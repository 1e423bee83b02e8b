'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ScopePicker } from '#components/scopes/scope-picker.tsx';
import { scopesOf, type Choice } from '#components/scopes/scopes.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

interface NewAccountSheetProps {
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

/** Its name, and the most that it may do. Keys come after. */
export function NewAccountSheet({ onClose, onMade }: NewAccountSheetProps) {
  const t = useTranslations('api');
  const [choice, setChoice] = useState<Choice>({ contacts: 'read' });
  const create = useApiMutation('post', '/accounts', {
    invalidates: ['/accounts'],
    onSuccess: ({ id, name }) => {
      toast.done(t('accountMade', { name }));
      onMade(id);
    },
  });
  const errors = fieldsOf(create.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate({ body: { name: textOf(event.currentTarget, 'name'), scopes: scopesOf(choice) } });
  };
  return (
    <Dialog side open onClose={onClose} title={t('newAccount')} description={t('newAccountText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('name')} hint={t('accountNameHint')} error={errors['name']}>
          {(control) => <Input {...control} name="name" required autoComplete="off" maxLength={100} />}
        </Field>
        <ScopePicker value={choice} onChange={setChoice} error={errors['scopes']} />
        <ProblemNote error={create.error} />
        <FormActions onCancel={onClose} busy={create.isPending} disabled={Object.keys(choice).length === 0}>
          {t('createAccount')}
        </FormActions>
      </form>
    </Dialog>
  );
}
