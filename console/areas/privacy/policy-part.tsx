'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import { hasCode } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay, useSession } from '#lib/session/session.tsx';

type Policy = Answer<'/privacy/policy/{company}'>;

/** The public policy: whether there is one, since when, and its words. */
export function PolicyPart() {
  const t = useTranslations('privacy');
  const may = useMay();
  const { date } = useFormat();
  const { company } = useSession();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useApi('/privacy/policy/{company}', {
    path: { company: company?.slug ?? '' },
  });
  const none = hasCode(error, 'not_found');
  if (!data && !error) return <Skeleton className="h-20 w-full" />;
  if (error && !none && !data) return <ProblemNote error={error} retry={refetch} />;
  return (
    <Card className="flex flex-col items-start gap-3 p-4 sm:flex-row sm:items-center sm:justify-between">
      <div className="min-w-0">
        <h2 className="text-sm font-semibold">{t('policy')}</h2>
        <p className="text-[13px] text-muted-foreground">
          {data ? t('policySince', { date: date(data.publishedAt) }) : t('policyNone')}
        </p>
      </div>
      {may('privacy:write') && (
        <Button variant={data ? 'outline' : 'primary'} size="sm" onClick={() => setOpen(true)}>
          {t(data ? 'policyChange' : 'policyPublish')}
        </Button>
      )}
      {open && <PolicySheet policy={data} onClose={() => setOpen(false)} />}
    </Card>
  );
}

const LINES = ['responsible', 'representative', 'officer', 'address', 'email'] as const;
const TEXTS = ['policy', 'automated'] as const;

interface PolicySheetProps {
  readonly policy: Policy | undefined;
  readonly onClose: () => void;
}

function PolicySheet({ policy, onClose }: PolicySheetProps) {
  const t = useTranslations('privacy');
  const { company } = useSession();
  const publish = useApiMutation('put', '/privacy/policy', {
    invalidates: ['/privacy/policy'],
    onSuccess: () => {
      toast.done(t('policyDone'));
      onClose();
    },
  });
  const errors = fieldsOf(publish.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const of = (name: string): string => textOf(event.currentTarget, name);
    publish.mutate({
      body: {
        responsible: of('responsible'),
        representative: of('representative'),
        officer: of('officer') || null,
        address: of('address'),
        email: of('email'),
        policy: of('policy'),
        automated: of('automated'),
      },
    });
  };
  return (
    <Dialog side open onClose={onClose} title={t('policy')} description={t('policyText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        {LINES.map((name) => (
          <Field key={name} label={t(`policyFields.${name}`)} error={errors[name]}>
            {(control) => (
              <Input
                {...control}
                name={name}
                autoComplete="off"
                defaultValue={policy?.[name] ?? (name === 'responsible' ? company?.name : '')}
              />
            )}
          </Field>
        ))}
        {TEXTS.map((name) => (
          <Field key={name} label={t(`policyFields.${name}`)} error={errors[name]}>
            {(control) => (
              <Textarea
                {...control}
                name={name}
                defaultValue={policy?.[name] ?? (name === 'automated' ? t('automatedNone') : '')}
              />
            )}
          </Field>
        ))}
        <ProblemNote error={publish.error} />
        <FormActions onCancel={onClose} busy={publish.isPending}>
          {t('policyPublish')}
        </FormActions>
      </form>
    </Dialog>
  );
}
