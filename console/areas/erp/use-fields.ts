import { usePosted } from '#lib/api/use-api.ts';
import { useTranslations } from 'use-intl';

export interface OdooField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
}

const MOST = 500;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The fields of a model, as Odoo describes them; where it tells nobody, there are none. */
export function useFields(model: string): readonly OdooField[] {
  const body = {
    model: 'ir.model.fields',
    domain: [['model', '=', model]],
    fields: ['name', 'field_description', 'ttype'],
    order: 'field_description asc, id asc',
    limit: MOST,
  };
  const { data } = usePosted('/odoo/search_read', { body });
  return (data?.data ?? []).map((row) => ({
    name: text(row['name']),
    title: text(row['field_description']) || text(row['name']),
    type: text(row['ttype']),
  }));
}

/** What a field is called: in our words where we know it, else in Odoo's. */
export function useFieldTitle(fields: readonly OdooField[]): (name: string) => string {
  const t = useTranslations('erp.fields');
  return (name) => {
    const key = name as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : (fields.find((field) => field.name === name)?.title ?? name);
  };
}
