import type { Connector } from '#core/engine.ts';
import { contacts } from './contacts.ts';
import { discover } from './discover.ts';
import { people } from './people.ts';
import { prepare } from './provision/databases.ts';
import { provisioner } from './provision/steps.ts';
import { credentials, settings } from './settings.ts';

export const connector: Connector = {
  credentials,
  settings,
  adopt: ({ ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: apiKey }) =>
    url && database && apiKey ? { url, credentials: { apiKey }, settings: { database } } : undefined,
  discover,
  prepare,
  provisioner,
  people,
  contacts,
};
