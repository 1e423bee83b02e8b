'use client';

import { ListFilter, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { SearchField } from '#components/data/search-field.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { splitField, type ContactFilter } from './filter.ts';

interface FilterBarProps {
  readonly filter: ContactFilter;
  readonly onChange: (changes: {
    q?: string | undefined;
    tag?: string | undefined;
    field?: string | undefined;
  }) => void;
}

/** Search, and what the list is narrowed to: each can be taken off by itself. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const t = useTranslations('contacts');
  const [open, setOpen] = useState(false);
  const { data } = useApi('/contact-fields', {});
  const [key, value] = splitField(filter.field ?? '');
  const title = data?.data.find((one) => one.key === key)?.title ?? key;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label={t('search')}
        placeholder={t('searchHint')}
        value={filter.q}
        onChange={(q) => onChange({ q })}
      />
      <Button variant="outline" onClick={() => setOpen(true)}>
        <ListFilter aria-hidden />
        {t('filter')}
      </Button>
      {filter.tag !== undefined && (
        <Chip text={t('tagged', { tag: filter.tag })} onClear={() => onChange({ tag: undefined })} />
      )}
      {filter.field !== undefined && (
        <Chip text={t('fieldIs', { field: title, value })} onClear={() => onChange({ field: undefined })} />
      )}
      {open && (
        <FilterDialog
          filter={filter}
          onClose={() => setOpen(false)}
          onChange={(changes) => {
            onChange(changes);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function Chip({ text, onClear }: { text: string; onClear: () => void }) {
  const t = useTranslations('contacts');
  return (
    <Button variant="outline" onClick={onClear} className="max-w-full">
      <span className="truncate">{text}</span>
      <X role="img" aria-label={t('clear')} />
    </Button>
  );
}

function FilterDialog({ filter, onChange, onClose }: FilterBarProps & { readonly onClose: () => void }) {
  const t = useTranslations('contacts');
  const { data } = useApi('/contact-fields', {});
  const [key, value] = splitField(filter.field ?? '');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const field = text('key') && text('value') ? `${text('key')}=${text('value')}` : undefined;
    onChange({ tag: text('tag') || undefined, field });
  };
  return (
    <Dialog open onClose={onClose} title={t('filterTitle')}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={t('tag')}>
          {(control) => <Input {...control} name="tag" autoComplete="off" defaultValue={filter.tag} />}
        </Field>
        {data && data.data.length > 0 && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('ownField')}>
              {(control) => (
                <Select {...control} name="key" defaultValue={key}>
                  <option value="" />
                  {data.data.map((one) => (
                    <option key={one.key} value={one.key}>
                      {one.title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('isValue')}>
              {(control) => <Input {...control} name="value" autoComplete="off" defaultValue={value} />}
            </Field>
          </div>
        )}
        <FormActions onCancel={onClose}>{t('apply')}</FormActions>
      </form>
    </Dialog>
  );
}
