'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { isNumber, type TableColumn } from './rows.ts';

interface RowFieldProps {
  readonly column: TableColumn;
  readonly value: string;
  readonly error: string | undefined;
}

export function RowField({ column, value, error }: RowFieldProps) {
  const t = useTranslations('data');
  const hint = column.required ? t('requiredType', { type: column.type }) : column.type;
  return (
    <Field label={column.name} hint={hint} error={error}>
      {(control) =>
        column.type === 'boolean' ? (
          <Select {...control} name={column.name} defaultValue={value}>
            <option value="">—</option>
            <option value="true">{t('yes')}</option>
            <option value="false">{t('no')}</option>
          </Select>
        ) : (
          <Input
            {...control}
            name={column.name}
            type={column.type === 'date' ? 'date' : 'text'}
            inputMode={isNumber(column) ? 'decimal' : undefined}
            autoComplete="off"
            defaultValue={value}
          />
        )
      }
    </Field>
  );
}
