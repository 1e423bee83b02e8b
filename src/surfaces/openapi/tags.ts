import type { Catalogue, JsonSchema } from '#kernel/types.ts';

/** What each category is about, in the order in which a reader meets them; the lint of the document misses none. */
const CATEGORIES: Readonly<Record<string, string>> = {
  core: 'The platform itself: what it is, how it fares and what it offers.',
  auth: 'Logging in: a code by WhatsApp becomes a session and tokens.',
  sessions: 'Where you are logged in.',
  members: 'Who belongs to a company, and as what.',
  owners: 'Who answers for a company: owners alone make and remove owners.',
  roles: 'What each role may do, and roles of the company’s own.',
  invitations: 'How people come into a company: a link that is bound to their number or mail.',
  accounts: 'Service accounts: programs and agents that act as themselves.',
  people: 'Everybody who has ever logged in, for the operator.',
  notifications: 'What you are told of in a company, and by which way.',
  messages: 'What goes out to people, by WhatsApp or mail.',
  contacts: 'People and organisations, each kept once for every system.',
  contact_fields: 'What a company writes down about its contacts beside what everybody does.',
  contact_sync: 'How far contacts are the same in every engine of the company.',
  imports: 'Files of contacts, read in as a job that shows its progress and can be taken back.',
  forms: 'Public forms through which strangers write to a company.',
  keys: 'API keys: what a program or an agent logs in with, and what it may do.',
  privacy: 'Rights of people over their data: requests with the law’s clock, exports, the public policy.',
  consents: 'Who agreed to what, in which words, and until when.',
  processing: 'The register of what personal data is used for.',
  breaches: 'Breaches of security, and who was told of them.',
  retention: 'How long personal data is kept.',
  holds: 'Legal holds: what must not be deleted.',
  oauth: 'Agents that people let into a company: who, what they may do, and how to end it.',
  engines: 'The systems that a company works with, and what it has in each.',
  instances: 'The operator’s engines, of which companies have parts.',
  webhooks: 'Events sent to addresses of the company’s choice, signed.',
  webhook_deliveries: 'What was sent to webhooks, and what was answered.',
  hooks: 'Addresses at which other systems tell the company something: webhooks that come in.',
  hook_deliveries: 'What other systems told the company, and what became of it.',
  audit: 'Who did what and when.',
  jobs: 'What happens in the background: what waits, runs or was given up, and why.',
  schedules: 'What happens by the clock.',
  events: 'What happened in a company, in order: to catch up on, and to follow live.',
  tenants: 'The companies on this platform, each with its data behind its own wall.',
  grants: "The operator's entries into a company: short, and seen by its owner.",
  secrets: 'Where the credentials of engines are kept, and under which keys; for the operator.',
  servers: 'MCP servers of others that the registry lists; for the operator.',
  validator: 'Checks of tokens, settings and inputs that change nothing.',
  vault: 'Secrets of the company in HashiCorp Vault or OpenBao.',
  odoo: "The company's Odoo: any model, read and written.",
  supabase: "The tables of the company's Supabase.",
  n8n: "The company's n8n workflows and their executions.",
  botpress: "The company's bot in Botpress, and its conversations.",
  metabase: "The company's dashboards and cards in Metabase.",
  chatwoot: "The company's conversations with its customers.",
};
const ORDER = Object.keys(CATEGORIES);

export const categoryOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** Empty for a category that nobody described. */
export const aboutCategory = (name: string): string => CATEGORIES[name] ?? '';

export function tagsOf(catalogue: Catalogue): JsonSchema[] {
  const names = new Set(catalogue.operations.map(({ operation }) => categoryOf(operation.name)));
  const known = ORDER.filter((name) => names.has(name)).map((name) => ({
    name,
    description: CATEGORIES[name],
  }));
  const unknown = [...names].filter((name) => !(name in CATEGORIES)).map((name) => ({ name }));
  return [...known, ...unknown];
}
