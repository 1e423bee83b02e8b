import { createHash } from 'node:crypto';
import type { Native, NativeHttp } from '#core/native.ts';

const VERSION = '1.121.3';
const OWNER = 'owner@smarteros.invalid';
const LABEL = 'smarteros';
/** A session of n8n is bound to it. */
const BROWSER = { 'browser-id': 'smarteros' };
/** What the connector uses, and nothing else. */
const SCOPES = [
  'workflow:create',
  'workflow:read',
  'workflow:update',
  'workflow:delete',
  'workflow:list',
  'workflow:activate',
  'workflow:deactivate',
  'execution:read',
  'execution:list',
  'user:create',
  'user:read',
  'user:list',
  'user:delete',
];
/** Nodes that reach into the machine. */
const REFUSED_NODES = [
  'n8n-nodes-base.executeCommand',
  'n8n-nodes-base.localFileTrigger',
  'n8n-nodes-base.readWriteFile',
  'n8n-nodes-base.readBinaryFile',
  'n8n-nodes-base.readBinaryFiles',
  'n8n-nodes-base.writeBinaryFile',
  'n8n-nodes-base.ssh',
];

/** n8n wants 8 to 64 characters with a digit and a capital letter. */
const passwordOf = (secret: string): string =>
  `Aa1${createHash('sha256').update(secret).digest('base64url')}`;

const failed = (what: string, { status, text }: { status: number; text: string }): Error =>
  new Error(`n8n: ${what}: HTTP ${status} ${text.slice(0, 200)}`);

async function login(http: NativeHttp, password: string): Promise<Record<string, string>> {
  const answer = await http({
    method: 'POST',
    path: '/rest/login',
    headers: BROWSER,
    body: { emailOrLdapLoginId: OWNER, password },
  });
  if (answer.status !== 200) throw failed('login of the owner', answer);
  const cookie = /n8n-auth=[^;,\s]+/.exec(answer.headers['set-cookie'] ?? '')?.[0];
  if (!cookie) throw failed('login of the owner gave no cookie', answer);
  return { ...BROWSER, cookie };
}

/** The end points are n8n's own internal ones: alike from 1.121 to 2.41, promised by nobody. */
async function claim(
  http: NativeHttp,
  secrets: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const password = passwordOf(secrets['owner'] ?? '');
  const setUp = await http({
    method: 'POST',
    path: '/rest/owner/setup',
    headers: BROWSER,
    body: { email: OWNER, firstName: 'SmarterOS', lastName: 'SmarterOS', password },
  });
  // 400: there is an owner already. Whether it is ours, the login tells.
  if (setUp.status !== 200 && setUp.status !== 400) throw failed('set-up of the owner', setUp);
  const headers = await login(http, password);
  const keys = await http({ method: 'GET', path: '/rest/api-keys', headers });
  const { data = [] } = JSON.parse(keys.text) as { data?: { id: string; label: string }[] };
  for (const { id } of data.filter(({ label }) => label === LABEL))
    await http({ method: 'DELETE', path: `/rest/api-keys/${id}`, headers });
  const offered = await http({ method: 'GET', path: '/rest/api-keys/scopes', headers });
  const known = new Set((JSON.parse(offered.text) as { data: string[] }).data);
  const made = await http({
    method: 'POST',
    path: '/rest/api-keys',
    headers,
    body: { label: LABEL, expiresAt: null, scopes: SCOPES.filter((scope) => known.has(scope)) },
  });
  if (made.status !== 200) throw failed('making a key', made);
  const key = (JSON.parse(made.text) as { data: { rawApiKey: string } }).data.rawApiKey;
  return { apiKey: key };
}

export const native: Native = {
  version: VERSION,
  dependencies: { n8n: VERSION },
  // Its own is an address of a web server and no package of the registry.
  overrides: { xlsx: '0.18.5' },
  program: 'node_modules/n8n/bin/n8n',
  args: ['start'],
  port: 5678,
  // Its own /healthz/readiness says 200 before the rest answers; this one is no JSON until then.
  health: '/rest/settings',
  secrets: { encryption: 32, owner: 32 },
  environment: ({ data, port, url, database, secretFiles }) => ({
    NODE_ENV: 'production',
    N8N_USER_FOLDER: data,
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    // Its task runner's broker; a second instance has its own beside it.
    N8N_RUNNERS_BROKER_PORT: String(port + 1),
    N8N_SECURE_COOKIE: String(url.startsWith('https:')),
    N8N_ENCRYPTION_KEY_FILE: secretFiles['encryption'] ?? '',
    WEBHOOK_URL: `${url}/`,
    // With PostgreSQL no part of it has to be compiled on this machine.
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: database.host,
    DB_POSTGRESDB_DATABASE: database.name,
    DB_POSTGRESDB_USER: database.user,
    DB_POSTGRESDB_PASSWORD_FILE: database.passwordFile,
    DB_POSTGRESDB_POOL_SIZE: '4',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_COMMUNITY_PACKAGES_ENABLED: 'false',
    N8N_METRICS: 'true',
    N8N_RUNNERS_ENABLED: 'true',
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
    N8N_BLOCK_FILE_ACCESS_TO_N8N_FILES: 'true',
    NODES_EXCLUDE: JSON.stringify(REFUSED_NODES),
    GENERIC_TIMEZONE: 'America/Santiago',
    EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
    EXECUTIONS_DATA_PRUNE: 'true',
    EXECUTIONS_DATA_MAX_AGE: '336',
    NODE_OPTIONS: '--max-old-space-size=768',
  }),
  claim,
};
