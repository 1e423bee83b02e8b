import { defineEngine } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { connector } from './connector.ts';

export const odoo = defineEngine({
  name: 'odoo',
  title: 'Odoo',
  settings: ['ODOO_URL', 'ODOO_DB', 'ODOO_API_KEY'],
  connector,
  blueprint,
});
