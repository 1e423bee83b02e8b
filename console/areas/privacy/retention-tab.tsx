'use client';

import { Timer } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useMay } from '#lib/session/session.tsx';

type Rule = Row<'/retention'>;

/** How long each kind of data is kept, and why. */
export function RetentionTab() {
  const t = useTranslations('privacy');
  const may = useMay();
  const [chosen, setChosen] = useState<Rule>();
  const query = useApi('/retention', {});
  const columns: readonly Column<Rule>[] = [
    {
      id: 'class',
      header: t('dataClass'),
      cell: ({ title, basis }) => (
        <>
          <span className="font-medium break-words">{title}</span>
          <span className="block text-[13px] break-words text-muted-foreground">{basis}</span>
        </>
      ),
    },
    {
      id: 'days',
      header: t('keptFor'),
      cell: ({ days }) => (days === null ? t('forEver') : t('days', { days })),
      className: 'whitespace-nowrap',
    },
    {
      id: 'act',
      header: '',
      cell: (rule) =>
        may('retention:write') && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('changeNamed', { name: rule.title })}
            onClick={() => setChosen(rule)}
          >
            {t('change')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <>
      <DataTable
        label={t('tabs.retention')}
        query={query}
        columns={columns}
        rowId={({ class: name }) => name}
        empty={<EmptyState icon={Timer} text={t('noRules')} />}
      />
      {chosen && <RuleDialog rule={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTranslations('privacy');
  const save = useApiMutation('put', '/retention/{class}', {
    invalidates: ['/retention'],
    onSuccess: onClose,
  });
  const errors = fieldsOf(save.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const days = textOf(event.currentTarget, 'days');
    save.mutate({
      path: { class: rule.class },
      body: { days: days === '' ? null : Number(days), basis: textOf(event.currentTarget, 'basis') },
    });
  };
  return (
    <Dialog open onClose={onClose} title={rule.title}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field
          label={t('keptDays')}
          hint={rule.minimumDays === null ? t('emptyForEver') : t('atLeast', { days: rule.minimumDays })}
          error={errors['days']}
        >
          {(control) => <Input {...control} name="days" inputMode="numeric" defaultValue={rule.days ?? ''} />}
        </Field>
        <Field label={t('why')} error={errors['basis']}>
          {(control) => <Textarea {...control} name="basis" required defaultValue={rule.basis} />}
        </Field>
        <ProblemNote error={save.error} />
        <FormActions onCancel={onClose} busy={save.isPending}>
          {t('save')}
        </FormActions>
      </form>
    </Dialog>
  );
}
