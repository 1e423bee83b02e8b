import type { StandIn } from '#test/engines/stand-in.ts';
import { Database } from './stand-in/database.ts';
import { OdooServer } from './stand-in/server.ts';

const KEY = '5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed';
const DATABASE = 'smarteros_123456785';
const LOGIN = 'smarteros-123456785';
const PASSWORD = 'password-of-the-example';
const MASTER = 'master-of-the-example';
const UID = 5;

const server = new OdooServer(19, MASTER);

/** The example tenant's database: its company, its integration user, two contacts. */
function exampleDatabase(): Database {
  const one = Database.fresh(19, 'smarteros-admin', 'admin-of-the-example', 'es_CL');
  one.write('res.partner', [1], { name: 'Almacén Don Pepe', vat: '12345678-5', country_id: 46 }, 2);
  one.write('res.company', [1], { name: 'Almacén Don Pepe' }, 2);
  one.put('res.partner', { id: 6, name: 'SmarterOS', active: true });
  one.put('res.users', {
    id: UID,
    login: LOGIN,
    password: PASSWORD,
    active: true,
    partner: 6,
    company_id: 1,
    company_ids: [1],
    group_ids: [1, 6, 7],
  });
  one.keys.set(KEY, UID);
  one.put('res.partner', {
    id: 7,
    name: 'Distribuidora Norte',
    email: 'ventas@norte.example.cl',
    is_company: true,
    country_id: 46,
    active: true,
  });
  one.put('res.partner', { id: 8, name: 'Ana Pérez', email: 'ana@example.com', active: true });
  return one;
}

/** Odoo 19 with a database of its own for the example tenant. */
export const odooStandIn: StandIn = {
  engine: 'odoo',
  example: {
    url: 'https://odoo.example.cl',
    credentials: { masterPassword: MASTER },
    settings: {},
    version: '19.0',
    capabilities: ['json2', 'databases'],
    state: { database: DATABASE, login: LOGIN, uid: UID, companyId: 1, lang: 'es_CL' },
    secrets: { password: PASSWORD, adminPassword: 'admin-of-the-example', apiKey: KEY },
  },
  reset: () => {
    server.databases.clear();
    server.databases.set(DATABASE, exampleDatabase());
  },
  answer: (asked) => server.answer(asked),
};
