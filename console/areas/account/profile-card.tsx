'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { LANGUAGES, setLanguage, type Language } from '#lib/i18n/language.ts';
import { ME, useSession } from '#lib/session/session.tsx';

/** Name and language; the language is that of the pages and of messages to the person. */
export function ProfileCard() {
  const t = useTranslations('account');
  const words = useTranslations('shell');
  const { me } = useSession();
  const save = useApiMutation('patch', '/auth/me', {
    invalidates: ME,
    onSuccess: ({ language }) => {
      setLanguage(language);
      toast.done(t('saved'));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = textOf(form, 'name');
    save.mutate({ body: { language: textOf(form, 'language') as Language, ...(name && { name }) } });
  };
  return (
    <Card>
      <CardHeader title={t('profile')} />
      <form className="grid gap-4 p-4" onSubmit={submit} noValidate>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} hint={t('nameHint')} error={fieldsOf(save.error)['name']}>
            {(control) => <Input {...control} name="name" autoComplete="name" defaultValue={me.name ?? ''} />}
          </Field>
          <Field label={t('language')} hint={t('languageHint')}>
            {(control) => (
              <Select key={me.language} {...control} name="language" defaultValue={me.language}>
                {LANGUAGES.map((one) => (
                  <option key={one} value={one}>
                    {words(`languages.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
