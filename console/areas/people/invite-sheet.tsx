'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { LANGUAGES, useLanguage, type Language } from '#lib/i18n/language.ts';
import { useRoles } from './role-word.ts';

/** Asks somebody to join: by the number or the address that they will prove. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('people');
  const words = useTranslations('shell');
  const language = useLanguage();
  const { options } = useRoles();
  const [by, setBy] = useState<'phone' | 'email'>('phone');
  const create = useApiMutation('post', '/invitations', {
    invalidates: ['/invitations'],
    onSuccess: ({ to }) => {
      toast.done(t('invited', { to }));
      onClose();
    },
  });
  const errors = fieldsOf(create.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate({
      body: {
        [by]: textOf(form, 'to'),
        role: textOf(form, 'role'),
        language: textOf(form, 'language') as Language,
      },
    });
  };
  return (
    <Dialog side open onClose={onClose} title={t('invite')} description={t('inviteText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('inviteBy')}>
          {(control) => (
            <Select {...control} value={by} onChange={({ target }) => setBy(target.value as typeof by)}>
              <option value="phone">{t('byPhone')}</option>
              <option value="email">{t('byEmail')}</option>
            </Select>
          )}
        </Field>
        <Field key={by} label={by === 'phone' ? t('phone') : t('email')} error={errors[by]}>
          {(control) => (
            <Input
              {...control}
              name="to"
              required
              autoComplete="off"
              type={by === 'phone' ? 'tel' : 'email'}
              placeholder={by === 'phone' ? '+56 9 1234 5678' : undefined}
            />
          )}
        </Field>
        <Field label={t('role')} hint={t('roleHint')} error={errors['role']}>
          {(control) => (
            <Select key={options.length} {...control} name="role" defaultValue="member">
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('language')}>
          {(control) => (
            <Select {...control} name="language" defaultValue={language}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {words(`languages.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ProblemNote error={create.error} />
        <FormActions onCancel={onClose} busy={create.isPending}>
          {t('send')}
        </FormActions>
      </form>
    </Dialog>
  );
}
