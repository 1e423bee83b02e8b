import type { Field } from '#engines/odoo/fields.ts';

export type Version = 16 | 17 | 18 | 19;
export type Model = Record<string, Field>;

const of = (type: string, more: Partial<Field> = {}): Field => ({
  type,
  store: true,
  readonly: false,
  ...more,
});
const text = of('char');
const one = (relation: string, more: Partial<Field> = {}): Field => of('many2one', { relation, ...more });
const many = (relation: string): Field => of('many2many', { relation });

/** Every model has them. */
const MAGIC: Model = {
  id: of('integer', { readonly: true }),
  display_name: of('char', { store: false, readonly: true }),
  create_date: of('datetime', { readonly: true }),
  create_uid: one('res.users', { readonly: true }),
  write_date: of('datetime', { readonly: true }),
};

const PARTNER: Model = {
  name: text,
  email: text,
  phone: text,
  ref: text,
  vat: text,
  lang: of('selection'),
  tz: of('selection'),
  comment: of('html'),
  color: of('integer'),
  website: text,
  active: of('boolean'),
  is_company: of('boolean'),
  country_id: one('res.country'),
  company_id: one('res.company'),
  type: of('selection'),
  parent_id: one('res.partner'),
  same_vat_partner_id: one('res.partner', { store: false, readonly: true }),
  child_ids: of('one2many', { relation: 'res.partner' }),
  user_ids: of('one2many', { relation: 'res.users' }),
  category_id: many('res.partner.category'),
  properties: of('properties'),
};

/** What a version has where versions differ (facts: field differences). */
export function modelsOf(version: Version): Record<string, Model> {
  const groups =
    version >= 19
      ? { group_ids: many('res.groups'), all_group_ids: many('res.groups') }
      : { groups_id: many('res.groups') };
  const models: Record<string, Model> = {
    'res.partner': version >= 19 ? PARTNER : { ...PARTNER, mobile: text, title: one('res.partner.title') },
    'res.users': {
      ...PARTNER,
      login: text,
      password: of('char', { store: false }),
      company_ids: many('res.company'),
      ...groups,
    },
    'res.company': {
      name: text,
      vat: of('char', { store: false }),
      country_id: one('res.country', { store: false }),
      partner_id: one('res.partner'),
      parent_id: one('res.company'),
      active: of('boolean'),
    },
    'res.country': { name: text, code: text },
    'res.lang': { name: text, code: text, active: of('boolean') },
    'res.groups': { name: text },
    'res.partner.category': { name: text },
    'ir.model.data': { model: text, module: text, name: text, res_id: of('integer') },
    'ir.module.module': { name: text, state: of('selection') },
    'ir.cron': { name: text },
    'ir.config_parameter': { key: text, value: text },
  };
  return Object.fromEntries(Object.entries(models).map(([name, fields]) => [name, { ...MAGIC, ...fields }]));
}

/** What the module auth_oauth brings along. */
export const OAUTH_PROVIDER: Model = {
  ...MAGIC,
  name: text,
  client_id: text,
  auth_endpoint: text,
  validation_endpoint: text,
  data_endpoint: text,
  scope: text,
  body: text,
  enabled: of('boolean'),
};
export const OAUTH_USER: Model = { oauth_provider_id: one('auth.oauth.provider'), oauth_uid: text };

/** Only who administers Odoo gets there. */
export const SYSTEM_ONLY: ReadonlySet<string> = new Set([
  'ir.cron',
  'ir.module.module',
  'ir.model.data',
  'ir.config_parameter',
  'auth.oauth.provider',
]);
export const KEEPER_WRITES: ReadonlySet<string> = new Set(['res.users', 'res.company', 'res.groups']);
