'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import { showPhone } from '#lib/format/phone.ts';
import { showTaxId } from '#lib/format/rut.ts';
import { useFormat } from '#lib/format/use-format.ts';
import type { OwnField, OwnValue } from './own-values.ts';

const LINK = 'text-primary underline-offset-4 hover:underline';

/** A value of a field of the company's own, as people write it. */
export function ShownValue({ type, value }: { type: OwnField['type'] | undefined; value: OwnValue }) {
  const t = useTranslations('contacts');
  const { date, number } = useFormat();
  if (Array.isArray(value))
    return (
      <span className="flex flex-wrap gap-1.5">
        {value.map((one) => (
          <Badge key={one}>{one}</Badge>
        ))}
      </span>
    );
  if (typeof value === 'boolean') return t(`booleans.${value ? 'true' : 'false'}`);
  if (typeof value === 'number') return number(value);
  if (type === 'date') return date(`${value}T12:00:00`);
  if (type === 'phone') return showPhone(value);
  if (type === 'tax_id') return showTaxId(value);
  if (type === 'mail')
    return (
      <a href={`mailto:${value}`} className={LINK}>
        {value}
      </a>
    );
  // Nothing else than a page may be led to: "javascript:" is a URL as well.
  if (type === 'url' && /^https?:\/\//i.test(value))
    return (
      <a href={value} target="_blank" rel="noopener noreferrer" className={LINK}>
        {value}
      </a>
    );
  return value;
}
