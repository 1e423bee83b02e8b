import { usePosted } from '#lib/api/use-api.ts';
import { useTranslations } from 'use-intl';
import { knownOf } from './models.ts';

export interface OdooField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /** Of an amount of money: the field that says in which. */
  readonly currency?: string;
}

const MOST = 500;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The fields of a model, as Odoo describes them; where it tells nobody, there are none. */
export function useFields(model: string): readonly OdooField[] {
  const body = {
    model: 'ir.model.fields',
    domain: [['model', '=', model]],
    fields: ['name', 'field_description', 'ttype', 'currency_field'],
    order: 'field_description asc, id asc',
    limit: MOST,
  };
  const { data } = usePosted('/odoo/search_read', { body });
  return (data?.data ?? []).map((row) => ({
    name: text(row['name']),
    title: text(row['field_description']) || text(row['name']),
    type: text(row['ttype']),
    ...(row['ttype'] === 'monetary' && { currency: text(row['currency_field']) || 'currency_id' }),
  }));
}

/** By field: the one that says in which money it is. Known of our own models before Odoo has told anything. */
export function useCurrencies(model: string, fields: readonly OdooField[]): ReadonlyMap<string, string> {
  const { money } = knownOf(model) ?? {};
  const known = money?.fields.map((name) => [name, money.currency] as const) ?? [];
  return new Map([
    ...known,
    ...fields.flatMap(({ name, currency }) => (currency ? [[name, currency] as const] : [])),
  ]);
}

/** What has to be read beside those fields. */
export const namesOfMoney = (
  names: readonly string[],
  currencies: ReadonlyMap<string, string>,
): readonly string[] => names.flatMap((name) => currencies.get(name) ?? []);

/** What a field is called: in our words where we know it, else in Odoo's. */
export function useFieldTitle(fields: readonly OdooField[]): (name: string) => string {
  const t = useTranslations('erp.fields');
  return (name) => {
    const key = name as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : (fields.find((field) => field.name === name)?.title ?? name);
  };
}
