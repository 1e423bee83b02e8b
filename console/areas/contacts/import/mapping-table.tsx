'use client';

import { useTranslations } from 'use-intl';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Select } from '#components/ui/input.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { TARGETS, type Preview, type Settings } from './settings.ts';

interface MappingProps {
  readonly preview: Preview;
  readonly settings: Settings;
  readonly onChange: (changes: Settings) => void;
}

/** Each column of the file: its name, its first value, and what it becomes. What is guessed can be changed. */
export function MappingTable({ preview, settings, onChange }: MappingProps) {
  const t = useTranslations('imports');
  const { data: own } = useApi('/contact-fields', {});
  const fields = own?.data.filter(({ archived }) => !archived) ?? [];
  return (
    <Card>
      <CardHeader title={t('columns')} />
      <ul className="divide-y">
        {preview.columns.map(({ name, sample, target }) => (
          <li
            key={name}
            className="grid gap-x-4 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_14rem] sm:items-center"
          >
            <span className="font-medium break-words">{name}</span>
            <span className="line-clamp-1 break-all text-[13px] text-muted-foreground">{sample || '—'}</span>
            <Select
              aria-label={t('becomes', { column: name })}
              value={target ?? ''}
              onChange={(event) => onChange({ mapping: { ...settings.mapping, [name]: event.target.value } })}
            >
              <option value="">{t('ignore')}</option>
              {TARGETS.map((one) => (
                <option key={one} value={one}>
                  {t(`targets.${one}`)}
                </option>
              ))}
              {fields.map(({ key, title }) => (
                <option key={key} value={`fields.${key}`}>
                  {title}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </Card>
  );
}
