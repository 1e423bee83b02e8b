'use client';

import { ListFilter, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import type { Filter } from './filters.ts';

export const OPERATORS = ['contains', 'is', 'not', 'more', 'less', 'empty', 'filled'] as const;
export type Operator = (typeof OPERATORS)[number];
export const isOperator = (text: string): text is Operator => (OPERATORS as readonly string[]).includes(text);
const ALONE: ReadonlySet<string> = new Set(['empty', 'filled']);

interface FilterChipsProps {
  readonly filters: readonly Filter[];
  /** What can be filtered by, and how it is called. */
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  readonly onChange: (filters: readonly Filter[]) => void;
}

/** Conditions on the columns of a table that the company made itself; all of them hold. */
export function FilterChips({ filters, columns, onChange }: FilterChipsProps) {
  const t = useTranslations('table');
  const [open, setOpen] = useState(false);
  const titleOf = (name: string): string => columns.find((one) => one.name === name)?.title ?? name;
  return (
    <>
      {filters.map((filter, index) => (
        <Button
          key={index}
          variant="outline"
          className="max-w-full"
          onClick={() => onChange(filters.filter((one) => one !== filter))}
        >
          <span className="truncate">
            {t('condition', {
              column: titleOf(filter.column),
              operator: isOperator(filter.operator) ? t(`operators.${filter.operator}`) : filter.operator,
              value: filter.value,
            })}
          </span>
          <X role="img" aria-label={t('removeFilter')} />
        </Button>
      ))}
      <Button variant="outline" onClick={() => setOpen(true)}>
        <ListFilter aria-hidden />
        {t('filter')}
      </Button>
      {open && (
        <FilterDialog
          columns={columns}
          onClose={() => setOpen(false)}
          onAdd={(filter) => {
            onChange([...filters, filter]);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface FilterDialogProps {
  readonly columns: FilterChipsProps['columns'];
  readonly onClose: () => void;
  readonly onAdd: (filter: Filter) => void;
}

function FilterDialog({ columns, onClose, onAdd }: FilterDialogProps) {
  const t = useTranslations('table');
  const [operator, setOperator] = useState('contains');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    onAdd({ column: text('column'), operator, value: text('value') });
  };
  return (
    <Dialog open onClose={onClose} title={t('addFilter')}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={t('column')}>
          {(control) => (
            <Select {...control} name="column">
              {columns.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('operator')}>
          {(control) => (
            <Select {...control} value={operator} onChange={({ target }) => setOperator(target.value)}>
              {OPERATORS.map((one) => (
                <option key={one} value={one}>
                  {t(`operators.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!ALONE.has(operator) && (
          <Field label={t('value')}>
            {(control) => <Input {...control} name="value" required autoComplete="off" />}
          </Field>
        )}
        <FormActions onCancel={onClose}>{t('addFilter')}</FormActions>
      </form>
    </Dialog>
  );
}
