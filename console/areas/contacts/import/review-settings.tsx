'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { ConsentWords } from './consent-words.tsx';
import { DUPLICATES, type Preview, type Settings } from './settings.ts';

interface ReviewSettingsProps {
  readonly preview: Preview;
  readonly settings: Settings;
  /** A column says who agreed to something. */
  readonly consents: boolean;
  readonly onChange: (changes: Settings) => void;
}

const tagsOf = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

export function ReviewSettings({ preview, settings, consents, onChange }: ReviewSettingsProps) {
  const t = useTranslations('imports');
  const c = useTranslations('contacts');
  return (
    <Card className="grid gap-4 p-4 sm:grid-cols-2">
      <Field label={t('duplicates')} hint={t('duplicatesHint')}>
        {(control) => (
          <Select
            {...control}
            value={settings.duplicates ?? 'skip'}
            onChange={({ target }) =>
              onChange({ duplicates: DUPLICATES.find((one) => one === target.value) ?? 'skip' })
            }
          >
            {DUPLICATES.map((one) => (
              <option key={one} value={one}>
                {t(`duplicate.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('tagAll')} hint={c('tagsHint')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            defaultValue={settings.tags?.join(', ')}
            onBlur={({ target }) => onChange({ tags: tagsOf(target.value) })}
          />
        )}
      </Field>
      {preview.delimiter !== null && (
        <Field label={t('firstLine')}>
          {(control) => (
            <Select
              {...control}
              value={String(preview.header)}
              onChange={({ target }) => onChange({ header: target.value === 'true', mapping: {} })}
            >
              <option value="true">{t('header')}</option>
              <option value="false">{t('noHeader')}</option>
            </Select>
          )}
        </Field>
      )}
      {consents && <ConsentWords value={settings.consent} onChange={(consent) => onChange({ consent })} />}
    </Card>
  );
}
