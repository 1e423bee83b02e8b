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
import type { OwnField } from './own-values.ts';

const TYPES = [
  'text',
  'number',
  'date',
  'boolean',
  'one_of',
  'many_of',
  'url',
  'mail',
  'phone',
  'tax_id',
] as const satisfies readonly OwnField['type'][];
const MAX_KEY = 40;

/** `Fecha de nacimiento` is kept as fecha_de_nacimiento. */
const keyOf = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, MAX_KEY) || 'campo';

export function FieldSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('fields');
  const [type, setType] = useState<OwnField['type']>('text');
  const create = useApiMutation('post', '/contact-fields', {
    invalidates: ['/contact-fields'],
    onSuccess: ({ title }) => {
      toast.done(t('saved', { title }));
      onClose();
    },
  });
  const errors = fieldsOf(create.error);
  const chooses = type === 'one_of' || type === 'many_of';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const title = String(data.get('title') ?? '').trim();
    const options = String(data.get('options') ?? '')
      .split(/[\n,]/)
      .map((one) => one.trim())
      .filter(Boolean);
    create.mutate({ body: { key: keyOf(title), title, type, ...(chooses && { options }) } });
  };
  return (
    <Dialog side open onClose={onClose} title={t('new')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('name')} error={errors['title'] ?? errors['key']}>
          {(control) => <Input {...control} name="title" required autoComplete="off" />}
        </Field>
        <Field label={t('type')}>
          {(control) => (
            <Select
              {...control}
              value={type}
              onChange={({ target }) => setType(TYPES.find((one) => one === target.value) ?? 'text')}
            >
              {TYPES.map((one) => (
                <option key={one} value={one}>
                  {t(`types.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {chooses && (
          <Field label={t('options')} hint={t('optionsHint')} error={errors['options']}>
            {(control) => <Input {...control} name="options" autoComplete="off" />}
          </Field>
        )}
        <ProblemNote error={create.error} />
        <FormActions onCancel={onClose} busy={create.isPending}>
          {t('save')}
        </FormActions>
      </form>
    </Dialog>
  );
}
