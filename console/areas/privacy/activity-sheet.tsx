'use client';

import type { FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Textarea } from '#components/ui/input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import type { Activity } from './register-tab.tsx';

const FIELDS = ['purposes', 'recipients', 'abroad', 'security'] as const;

interface ActivitySheetProps {
  readonly activity: Activity;
  readonly onClose: () => void;
}

/** The company's own words for an activity, in the language that is being read; what isn't changed stays. */
export function ActivitySheet({ activity, onClose }: ActivitySheetProps) {
  const t = useTranslations('privacy');
  const language = useLocale().startsWith('es') ? 'es' : 'en';
  const other = language === 'es' ? 'en' : 'es';
  const save = useApiMutation('put', '/processing/{key}', {
    invalidates: ['/processing', '/privacy/policy'],
    onSuccess: () => {
      toast.done(t('described'));
      onClose();
    },
  });
  const errors = fieldsOf(save.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const changes = FIELDS.flatMap((field) => {
      const text = textOf(form, field);
      const before = activity[field];
      if (text === (before?.[language] ?? '')) return [];
      // Words that were the same in both, or missing, are so again: better one language than a false one.
      const same = before === null || before[other] === before[language];
      const words = { [language]: text, [other]: same ? text : before[other] };
      return [[field, field === 'abroad' && text === '' ? null : words] as const];
    });
    if (changes.length === 0) return onClose();
    save.mutate({ path: { key: activity.key }, body: Object.fromEntries(changes) });
  };
  return (
    <Dialog side open onClose={onClose} title={activity.title[language]} description={t('describeText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={t(field)}
            hint={field === 'abroad' ? t('abroadHint') : undefined}
            error={errors[field] ?? errors[`${field}.${language}`]}
          >
            {(control) => (
              <Textarea {...control} name={field} defaultValue={activity[field]?.[language] ?? ''} />
            )}
          </Field>
        ))}
        <ProblemNote error={save.error} />
        <FormActions onCancel={onClose} busy={save.isPending}>
          {t('save')}
        </FormActions>
      </form>
    </Dialog>
  );
}
