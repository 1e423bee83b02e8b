/** What of Odoo has a place of its own here; everything else is reached by the name of its model. */
export interface KnownModel {
  readonly id: 'partners' | 'orders' | 'invoices' | 'products' | 'leads';
  readonly model: string;
  readonly columns: readonly string[];
  readonly domain: readonly unknown[];
  readonly order: string;
  /** Its amounts, and the field that says in which money. */
  readonly money?: { readonly fields: readonly string[]; readonly currency: string };
  /** Shown as a tab; the others are offered by name. */
  readonly tab: boolean;
}

export const KNOWN: readonly KnownModel[] = [
  {
    id: 'partners',
    model: 'res.partner',
    columns: ['name', 'email', 'phone', 'vat', 'city'],
    domain: [],
    order: 'name asc, id asc',
    tab: true,
  },
  {
    id: 'orders',
    model: 'sale.order',
    columns: ['name', 'partner_id', 'date_order', 'amount_total', 'state'],
    domain: [],
    order: 'id desc',
    money: { fields: ['amount_total'], currency: 'currency_id' },
    tab: true,
  },
  {
    id: 'invoices',
    model: 'account.move',
    columns: [
      'name',
      'partner_id',
      'invoice_date',
      'amount_total',
      'amount_residual',
      'payment_state',
      'state',
    ],
    domain: [['move_type', 'in', ['out_invoice', 'out_refund']]],
    order: 'id desc',
    money: { fields: ['amount_total', 'amount_residual'], currency: 'currency_id' },
    tab: true,
  },
  {
    id: 'products',
    model: 'product.template',
    columns: ['name', 'default_code', 'list_price'],
    domain: [],
    order: 'name asc, id asc',
    money: { fields: ['list_price'], currency: 'currency_id' },
    tab: false,
  },
  {
    id: 'leads',
    model: 'crm.lead',
    columns: ['name', 'partner_id', 'expected_revenue', 'stage_id'],
    domain: [],
    order: 'id desc',
    tab: false,
  },
];

/** As Odoo names fields; whatever else is typed isn't sent. */
const FIELD = /^[a-z_][a-z0-9_]*$/;

export const knownOf = (model: string): KnownModel | undefined => KNOWN.find((one) => one.model === model);

export function columnsOf(model: string, chosen: string | undefined): readonly string[] {
  const typed = chosen?.split(',').filter((one) => FIELD.test(one)) ?? [];
  return typed.length > 0 ? typed : (knownOf(model)?.columns ?? ['display_name']);
}

export const recordHref = (model: string, id: number, columns?: string): string =>
  `/erp/view?${new URLSearchParams({ model, id: String(id), ...(columns && { columns }) }).toString()}`;
