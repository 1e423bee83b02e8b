'use client';

import { Siren } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Check } from '#components/ui/check.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select, Textarea } from '#components/ui/input.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { BreachSheet } from './breach-sheet.tsx';

type Breach = Row<'/breaches'>;
const PAGE = 50;
const RISKS = ['none', 'low', 'reasonable', 'high'] as const;
const CLASSES = [
  'identification',
  'contact',
  'credentials',
  'location',
  'economic',
  'minors',
  'sensitive',
  'other',
] as const;
const TONES: Readonly<Record<Breach['risk'], Tone>> = {
  none: 'neutral',
  low: 'neutral',
  reasonable: 'warning',
  high: 'danger',
};

export function BreachesTab() {
  const t = useTranslations('privacy');
  const may = useMay();
  const { date } = useFormat();
  const paging = usePaging();
  const [open, setOpen] = useState(false);
  const [url, change] = useUrlState(['breach']);
  const query = useApi('/breaches', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Breach>[] = [
    {
      id: 'title',
      header: t('breach'),
      cell: ({ title, state, tellAgency, tellPeople }) => (
        <>
          <span className="font-medium break-words">{title}</span>
          <span className="block text-[13px] font-normal text-muted-foreground">
            {state === 'closed'
              ? t('closed')
              : tellPeople
                ? t('tellPeople')
                : tellAgency
                  ? t('tellAgency')
                  : t('tellNobody')}
          </span>
        </>
      ),
    },
    {
      id: 'risk',
      header: t('risk'),
      cell: ({ risk }) => <Badge tone={TONES[risk]}>{t(`risks.${risk}`)}</Badge>,
    },
    { id: 'at', header: t('detected'), cell: ({ detectedAt }) => date(detectedAt), wide: true },
  ];
  const chosen = query.data?.data.find(({ id }) => id === url.breach);
  const add = may('breaches:write') && <Button onClick={() => setOpen(true)}>{t('newBreach')}</Button>;
  return (
    <div className="grid gap-3">
      {query.data && query.data.data.length > 0 && <div className="flex justify-end">{add}</div>}
      <DataTable
        label={t('tabs.breaches')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => `/privacy?tab=breaches&breach=${id}`}
        paging={paging}
        empty={<EmptyState icon={Siren} text={t('noBreaches')} action={add} />}
      />
      {open && <NewBreachSheet onClose={() => setOpen(false)} />}
      {chosen && (
        <BreachSheet key={chosen.version} breach={chosen} onClose={() => change({ breach: undefined })} />
      )}
    </div>
  );
}

function NewBreachSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('privacy');
  const record = useApiMutation('post', '/breaches', { invalidates: ['/breaches'], onSuccess: onClose });
  const errors = fieldsOf(record.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const chosen = new FormData(form).getAll('class');
    const affected = textOf(form, 'affected');
    record.mutate({
      body: {
        title: textOf(form, 'title'),
        description: textOf(form, 'description'),
        measures: textOf(form, 'measures'),
        risk: RISKS.find((one) => one === textOf(form, 'risk')) ?? 'reasonable',
        dataClasses: CLASSES.filter((one) => chosen.includes(one)),
        ...(affected !== '' && { affected: Number(affected) }),
      },
    });
  };
  return (
    <Dialog side open onClose={onClose} title={t('newBreach')} description={t('newBreachText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('breachTitle')} error={errors['title']}>
          {(control) => <Input {...control} name="title" required autoComplete="off" />}
        </Field>
        <Field label={t('breachWhat')} error={errors['description']}>
          {(control) => <Textarea {...control} name="description" required />}
        </Field>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('classes')}</legend>
          {CLASSES.map((one) => (
            <Check key={one} name="class" value={one} label={t(`class.${one}`)} />
          ))}
          <p className="text-[13px] text-destructive">{errors['dataClasses']}</p>
        </fieldset>
        <Field label={t('affected')} hint={t('affectedHint')} error={errors['affected']}>
          {(control) => <Input {...control} name="affected" inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label={t('risk')} hint={t('riskHint')} error={errors['risk']}>
          {(control) => (
            <Select {...control} name="risk" defaultValue="reasonable">
              {RISKS.map((one) => (
                <option key={one} value={one}>
                  {t(`risks.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('measures')} error={errors['measures']}>
          {(control) => <Textarea {...control} name="measures" required />}
        </Field>
        <ProblemNote error={record.error} />
        <FormActions onCancel={onClose} busy={record.isPending}>
          {t('record')}
        </FormActions>
      </form>
    </Dialog>
  );
}
