import { EXAMPLE } from '#core/example.ts';
import type { CompanyEngine, SharedInstance } from './schema.ts';

const ready = (engine: string, title: string, steps: CompanyEngine['steps']): CompanyEngine => ({
  engine,
  title,
  connected: true,
  offered: false,
  shared: true,
  wanted: 'present',
  reached: 'present',
  usable: true,
  status: 'done',
  step: null,
  steps,
  attempts: 0,
  error: null,
  nextTryAt: null,
  observedAt: EXAMPLE.tenant.createdAt,
  driftedAt: null,
});

/** In the order of the list of engines. */
export const exampleEngines: CompanyEngine[] = [
  ready('supabase', 'Supabase', [{ name: 'rows', title: 'The company’s rows can be read' }]),
  ready('chatwoot', 'Chatwoot', [
    { name: 'user', title: 'Integration user' },
    { name: 'account', title: 'Account' },
    { name: 'inbox', title: 'Inbox' },
    { name: 'webhook', title: 'Notices from Chatwoot' },
  ]),
  ready('n8n', 'n8n', [
    { name: 'starter', title: 'Starter workflow' },
    { name: 'active', title: 'Workflow active' },
  ]),
  ready('odoo', 'Odoo', [
    { name: 'secrets', title: 'Secrets' },
    { name: 'template', title: 'Model database' },
    { name: 'database', title: 'Database' },
    { name: 'company', title: 'Company' },
    { name: 'opened', title: 'Users let in' },
    { name: 'user', title: 'Integration user' },
    { name: 'key', title: 'API key' },
    { name: 'login', title: 'Login by SmarterOS' },
  ]),
  ready('vault', 'Vault', [{ name: 'folder', title: 'The folder of secrets can be reached' }]),
  ready('botpress', 'Botpress', [
    { name: 'bot', title: 'Bot' },
    { name: 'reachable', title: 'Channels of the bot open' },
  ]),
  ready('metabase', 'Metabase', [
    { name: 'collection', title: 'Collection' },
    { name: 'group', title: 'Permission group' },
    { name: 'rights', title: 'Permissions' },
  ]),
];

/** The one that examples are about. */
export const exampleEngine: CompanyEngine = exampleEngines.find(({ engine }) => engine === 'n8n')!;
export const exampleVersion = { version: '1.121.3', capabilities: [] as string[] };
export const exampleUrl = 'https://n8n.example.cl';
export const exampleCredentials = { apiKey: 'n8n-key-of-the-example' };

export const exampleInstance: SharedInstance = {
  id: EXAMPLE.instanceId,
  engine: 'n8n',
  name: 'main',
  kind: 'connected',
  url: exampleUrl,
  settings: {},
  forAll: false,
  engineVersion: exampleVersion.version,
  capabilities: exampleVersion.capabilities,
  checkedAt: EXAMPLE.tenant.createdAt,
  error: null,
  failingSince: null,
  companies: { total: 1, done: 1, working: 0, failed: 0 },
  createdAt: EXAMPLE.tenant.createdAt,
  version: 1,
};

export const spareInstance: SharedInstance = {
  ...exampleInstance,
  id: EXAMPLE.spareInstanceId,
  name: 'spare',
  companies: { total: 0, done: 0, working: 0, failed: 0 },
};
