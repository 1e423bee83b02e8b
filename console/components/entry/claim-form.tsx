'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/input.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';

/** Somebody has signed this company up already: ask them in, or say that it is one's own. */
export function ClaimForm({ taxId }: { taxId: string }) {
  const t = useTranslations('start.taken');
  const [open, setOpen] = useState(false);
  const claim = useApiMutation('post', '/tenants/claim');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const evidence = textOf(event.currentTarget, 'evidence');
    if (evidence) claim.mutate({ body: { taxId, evidence } });
  };
  return (
    <section role="alert" className="grid gap-3 rounded-md bg-warning-soft p-3.5 text-sm">
      <div className="grid gap-1">
        <p className="font-medium">{t('title')}</p>
        <p>{claim.isSuccess ? t('claimed') : t('text')}</p>
      </div>
      {!claim.isSuccess && !open && (
        <div>
          <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
            {t('mine')}
          </Button>
        </div>
      )}
      {!claim.isSuccess && open && (
        <form className="grid gap-3" onSubmit={submit} noValidate>
          <Field label={t('evidence')} hint={t('evidenceHint')} error={fieldsOf(claim.error)['evidence']}>
            {(control) => <Textarea {...control} name="evidence" autoFocus required maxLength={2000} />}
          </Field>
          <ProblemNote error={claim.error} />
          <div>
            <Button type="submit" busy={claim.isPending}>
              {t('send')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
