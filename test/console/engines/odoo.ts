import type { Field } from '#engines/odoo/fields.ts';
import type { Database } from '#test/engines/odoo/stand-in/database.ts';
import type { OdooServer } from '#test/engines/odoo/stand-in/server.ts';

const MANY = 60;
const HUGE = 10_000;
const DAY_MS = 86_400_000;
const CLP = 45;
const USD = 1;
const CUSTOMERS =
  'Comercial Ñuñoa Ltda.|Constructora Andes SpA|Marta Rojas|Ferretería Los Aromos|Hotel Bellavista|Pedro Díaz'.split(
    '|',
  );

const of = (type: string, relation?: string): Field => ({ type, store: true, ...(relation && { relation }) });
const TITLES: Readonly<Record<string, readonly [type: string, title: string, relation?: string]>> = {
  id: ['integer', 'ID'],
  display_name: ['char', 'Nombre mostrado'],
  create_date: ['datetime', 'Creado el'],
  name: ['char', 'Nombre'],
  partner_id: ['many2one', 'Cliente', 'res.partner'],
  date_order: ['datetime', 'Fecha de la orden'],
  invoice_date: ['date', 'Fecha de factura'],
  invoice_date_due: ['date', 'Fecha de vencimiento'],
  move_type: ['selection', 'Tipo'],
  amount_total: ['monetary', 'Total'],
  amount_residual: ['monetary', 'Importe adeudado'],
  currency_id: ['many2one', 'Moneda', 'res.currency'],
  payment_state: ['selection', 'Estado de pago'],
  state: ['selection', 'Estado'],
  default_code: ['char', 'Referencia interna'],
  list_price: ['monetary', 'Precio de venta'],
};
const MODELS: Readonly<Record<string, readonly string[]>> = {
  'sale.order': ['name', 'partner_id', 'date_order', 'amount_total', 'currency_id', 'state'],
  'account.move': [
    'name',
    'partner_id',
    'invoice_date',
    'invoice_date_due',
    'move_type',
    'amount_total',
    'amount_residual',
    'currency_id',
    'payment_state',
    'state',
  ],
  'product.template': ['name', 'default_code', 'list_price', 'currency_id'],
};
const ALWAYS = ['id', 'display_name', 'create_date'];

function describe(database: Database): void {
  database.models['ir.model.fields'] = {
    ...Object.fromEntries(ALWAYS.map((name) => [name, of(TITLES[name]![0])])),
    model: of('char'),
    name: of('char'),
    field_description: of('char'),
    ttype: of('selection'),
    currency_field: of('char'),
  };
  database.models['res.currency'] = { id: of('integer'), display_name: of('char'), name: of('char') };
  database.put('res.currency', { id: CLP, name: 'CLP' });
  database.put('res.currency', { id: USD, name: 'USD' });
  database.models['res.partner']!['city'] = of('char');
  let id = 1;
  const known = {
    ...MODELS,
    'res.partner': ['name', 'email', 'phone', 'vat', 'city', 'is_company', 'country_id'],
  };
  for (const [model, names] of Object.entries(known)) {
    if (MODELS[model])
      database.models[model] = Object.fromEntries(
        [...ALWAYS, ...names].map((name) => [name, of(TITLES[name]![0], TITLES[name]![2])]),
      );
    for (const name of [...ALWAYS, ...names]) {
      const [type, title] = TITLES[name] ?? [database.models[model]![name]!.type, name];
      const currency = type === 'monetary' ? { currency_field: 'currency_id' } : {};
      database.put('ir.model.fields', {
        id,
        model,
        name,
        field_description: title,
        ttype: type,
        ...currency,
      });
      id += 1;
    }
  }
}

const moment = (ago: number): string =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Customers, orders and invoices in every database that has none. */
export function fillOdoo(server: OdooServer, huge: boolean): void {
  for (const [name, database] of server.databases) {
    if (!/_\d{7,8}[\dk]$/i.test(name) || Object.hasOwn(database.models, 'sale.order')) continue;
    describe(database);
    const customers = CUSTOMERS.map((customer, n) =>
      database.create(
        'res.partner',
        {
          name: customer,
          email: n % 2 === 0 ? `ventas${n}@example.cl` : false,
          phone: `+56 2 2345 ${6000 + n}`,
          vat: `7654321${n}-K`,
          is_company: n !== 2,
          city: 'Santiago',
          country_id: 46,
        },
        2,
      ),
    );
    if (huge) for (let n = 0; n < HUGE; n++) database.create('res.partner', { name: `Cliente ${n + 1}` }, 2);
    for (let n = 0; n < MANY; n++) {
      const partner = customers[n % customers.length];
      const total = 45_990 + n * 12_350;
      const currency = n % 9 === 4 ? USD : CLP;
      database.put('sale.order', {
        id: n + 1,
        name: `S${String(n + 1).padStart(5, '0')}`,
        partner_id: partner,
        date_order: moment((MANY - 1 - n) / 4),
        amount_total: currency === USD ? total / 900 : total,
        currency_id: currency,
        state: ['sale', 'draft', 'sale', 'sent', 'cancel'][n % 5],
      });
      const paid = n % 3 === 0;
      database.put('account.move', {
        id: n + 1,
        name: n % 5 === 1 ? '/' : `FAC 2026/${String(n + 1).padStart(5, '0')}`,
        partner_id: partner,
        invoice_date: moment((MANY - 1 - n) / 4).slice(0, 10),
        invoice_date_due: moment((MANY - 1 - n) / 4 - 7).slice(0, 10),
        move_type: n % 11 === 10 ? 'out_refund' : 'out_invoice',
        amount_total: total,
        amount_residual: paid ? 0 : total,
        currency_id: CLP,
        payment_state: paid ? 'paid' : 'not_paid',
        state: n % 5 === 1 ? 'draft' : 'posted',
      });
    }
    for (const [n, [product, price]] of PRODUCTS.entries())
      database.put('product.template', {
        id: n + 1,
        name: product,
        default_code: `P-${100 + n}`,
        list_price: price,
        currency_id: CLP,
      });
  }
}

const PRODUCTS: readonly (readonly [name: string, price: number])[] = [
  ['Cemento 25 kg', 4_990],
  ['Pintura látex 1 gl', 18_990],
  ['Taladro percutor', 59_990],
];
