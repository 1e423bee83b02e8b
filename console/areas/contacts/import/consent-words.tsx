'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { CHANNELS, type Settings } from './settings.ts';

type Consent = NonNullable<Settings['consent']>;
interface ConsentWordsProps {
  readonly value: Consent | undefined;
  readonly onChange: (value: Consent) => void;
}

/** A consent is worth what can be shown of it: its purpose, its exact words, and how it was given. */
export function ConsentWords({ value, onChange }: ConsentWordsProps) {
  const t = useTranslations('imports');
  const c = useTranslations('consents');
  const now: Consent = value ?? { purpose: 'marketing', text: '', channel: 'paper' };
  return (
    <>
      <Field label={t('consentText')} hint={t('consentTextHint')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            defaultValue={now.text}
            onBlur={({ target }) => onChange({ ...now, text: target.value.trim() })}
          />
        )}
      </Field>
      <Field label={t('consentPurpose')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            defaultValue={now.purpose}
            onBlur={({ target }) => onChange({ ...now, purpose: target.value.trim().toLowerCase() })}
          />
        )}
      </Field>
      <Field label={t('consentChannel')}>
        {(control) => (
          <Select
            {...control}
            value={now.channel}
            onChange={({ target }) =>
              onChange({ ...now, channel: CHANNELS.find((one) => one === target.value) ?? 'paper' })
            }
          >
            {CHANNELS.map((one) => (
              <option key={one} value={one}>
                {c(`channels.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
