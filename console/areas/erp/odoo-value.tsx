'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { showPhone } from '#lib/format/phone.ts';
import { showTaxId } from '#lib/format/rut.ts';
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
  not_paid: 'warning',
  partial: 'warning',
  in_payment: 'accent',
};
const MOST = 5;
const CURRENCY = /^[A-Z]{3}$/;

interface OdooValueProps {
  readonly field: string;
  readonly value: unknown;
  /** Of an amount: in which money, as Odoo relates to it. */
  readonly currency?: unknown;
}

const hasName = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** A value of Odoo's, as the API tells it (null for nothing, relations by id and name), as people read it. Nothing in it is markup: it stands as the text that it is. */
export function OdooValue({ field, value, currency }: OdooValueProps) {
  const t = useTranslations('erp');
  const { date, moment, number, amount } = useFormat();
  if (value === null || value === undefined || value === '')
    return <span className="text-muted-foreground">—</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    const money = hasName(currency) && CURRENCY.test(currency.name) ? currency.name : undefined;
    const shown = money === undefined ? number(value) : amount(value, money);
    return <span className="whitespace-nowrap tabular-nums">{field === 'id' ? value : shown}</span>;
  }
  if (hasName(value)) return value.name;
  if (Array.isArray(value))
    return value.length > MOST
      ? t('several', { count: value.length })
      : value.map((one) => (hasName(one) ? one.name : String(one))).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'state' || field === 'payment_state') return <State state={value} />;
  if (field === 'phone') return <span className="whitespace-nowrap">{showPhone(value)}</span>;
  if (field === 'vat') return <span className="whitespace-nowrap">{showTaxId(value)}</span>;
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
