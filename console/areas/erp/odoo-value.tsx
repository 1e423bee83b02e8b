'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { useFormat } from '#lib/format/use-format.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}$/;
const TONES: Readonly<Record<string, Tone>> = {
  posted: 'success',
  paid: 'success',
  sale: 'success',
  done: 'success',
  cancel: 'neutral',
  draft: 'warning',
  sent: 'accent',
};
const MOST = 5;

/** A relation is `[id, name]`; whatever is empty is false. */
const isLink = (value: unknown): value is readonly [number, string] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string';

/** A value of Odoo's as people read it. Nothing in it is markup: it stands as the text that it is. */
export function OdooValue({ field, value }: { field: string; value: unknown }) {
  const t = useTranslations('erp');
  const { date, moment, number } = useFormat();
  if (value === false && !field.startsWith('is_') && field !== 'active')
    return <span className="text-muted-foreground">—</span>;
  if (value === null || value === undefined || value === '')
    return <span className="text-muted-foreground">—</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return <span className="tabular-nums">{field === 'id' ? value : number(value)}</span>;
  if (isLink(value)) return value[1];
  if (Array.isArray(value))
    return value.length > MOST ? t('several', { count: value.length }) : value.map(String).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'state' || field === 'payment_state') return <State state={value} />;
  if (DATE.test(value)) return <span className="whitespace-nowrap">{date(`${value}T12:00:00`)}</span>;
  // Odoo's moments are UTC, without saying so.
  if (MOMENT.test(value))
    return <span className="whitespace-nowrap">{moment(`${value.replace(' ', 'T')}Z`)}</span>;
  return value;
}

function State({ state }: { state: string }) {
  const t = useTranslations('erp.states');
  const key = state as Parameters<typeof t>[0];
  return <Badge tone={TONES[state] ?? 'neutral'}>{t.has(key) ? t(key) : state}</Badge>;
}
