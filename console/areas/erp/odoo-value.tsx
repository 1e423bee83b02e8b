'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { useFormat } from '#lib/format/use-format.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/;
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

const hasName = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** A value of Odoo's, as the API tells it (null for nothing, relations by id and name), as people read it. Nothing in it is markup: it stands as the text that it is. */
export function OdooValue({ field, value }: { field: string; value: unknown }) {
  const t = useTranslations('erp');
  const { date, moment, number } = useFormat();
  if (value === null || value === undefined || value === '')
    return <span className="text-muted-foreground">—</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return <span className="tabular-nums">{field === 'id' ? value : number(value)}</span>;
  if (hasName(value)) return value.name;
  if (Array.isArray(value))
    return value.length > MOST
      ? t('several', { count: value.length })
      : value.map((one) => (hasName(one) ? one.name : String(one))).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'state' || field === 'payment_state') return <State state={value} />;
  if (DATE.test(value)) return <span className="whitespace-nowrap">{date(`${value}T12:00:00`)}</span>;
  // Odoo's moments are UTC, without saying so.
  const [, day, time] = MOMENT.exec(value) ?? [];
  if (day) return <span className="whitespace-nowrap">{moment(`${day}T${time}Z`)}</span>;
  return value;
}

function State({ state }: { state: string }) {
  const t = useTranslations('erp.states');
  const key = state as Parameters<typeof t>[0];
  return <Badge tone={TONES[state] ?? 'neutral'}>{t.has(key) ? t(key) : state}</Badge>;
}
