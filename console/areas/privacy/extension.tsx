'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

/** The most that the law gives. */
const MOST_DAYS = 30;

/** Once, before the term is over, and never for a block: then there is nothing to press. */
export function Extension({ request }: { readonly request: Row<'/privacy/requests'> }) {
  const t = useTranslations('privacy');
  const [open, setOpen] = useState(false);
  const extend = useApiMutation('post', '/privacy/requests/{id}/extend', {
    invalidates: ['/privacy/requests'],
    onSuccess: () => toast.done(t('extended')),
  });
  if (request.kind === 'block' || request.extendedAt !== null || Date.parse(request.dueAt) < Date.now())
    return null;
  if (!open)
    return (
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t('extend')}
      </Button>
    );
  const errors = fieldsOf(extend.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const days = Number(textOf(event.currentTarget, 'days'));
    const reason = textOf(event.currentTarget, 'reason');
    extend.mutate({ path: { id: request.id }, body: { days, reason }, version: request.version });
  };
  return (
    <form className="grid gap-3 rounded-md border p-3" onSubmit={submit} noValidate>
      <Field label={t('extendDays')} hint={t('extendDaysHint')} error={errors['days']}>
        {(control) => (
          <Input {...control} name="days" inputMode="numeric" defaultValue={MOST_DAYS} autoComplete="off" />
        )}
      </Field>
      <Field label={t('extendReason')} hint={t('extendReasonHint')} error={errors['reason']}>
        {(control) => <Input {...control} name="reason" autoComplete="off" />}
      </Field>
      <ProblemNote error={extend.error} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" busy={extend.isPending}>
          {t('extend')}
        </Button>
        <Button variant="ghost" size="sm" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
