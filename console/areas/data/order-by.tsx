'use client';

import { useTranslations } from 'use-intl';
import { Select } from '#components/ui/input.tsx';
import type { TableColumn } from './rows.ts';

interface OrderByProps {
  readonly columns: readonly TableColumn[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export function OrderBy({ columns, value, onChange }: OrderByProps) {
  const t = useTranslations('data');
  return (
    <div className="w-full sm:w-56">
      <Select
        aria-label={t('order')}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{t('noOrder')}</option>
        {columns.flatMap(({ name }) => [
          <option key={name} value={name}>
            {t('upwards', { column: name })}
          </option>,
          <option key={`-${name}`} value={`-${name}`}>
            {t('downwards', { column: name })}
          </option>,
        ])}
      </Select>
    </div>
  );
}
