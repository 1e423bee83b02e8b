'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/input.tsx';
import { CHANNELS } from './channels.ts';

/** Part of a form, as `channel`. */
export function ChannelField({ label, error }: { label: string; error?: string | undefined }) {
  const t = useTranslations('consents');
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select {...control} name="channel" defaultValue={CHANNELS[0]}>
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`channels.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
