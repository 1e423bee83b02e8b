import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createApi } from '#app/api.ts';
import { loadConfig } from '#platform/config.ts';
import { createLogger } from '#platform/log.ts';

const ADDRESS = 'https://n8n.example.cl';

/**
 * Connects an n8n to the company that `headers` stand for, as its own. Companies may name no address of this machine: so a
 * second API, over the same database, is told where the address leads, and afterwards the row is told too.
 */
export async function connectOwn(
  { url, credentials }: { url: string; credentials: object },
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const config = loadConfig(process.env);
  const state = JSON.parse(readFileSync(join(config.home, 'run/state.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const log = createLogger({ level: 'silent', service: 'walk' });
  const reach = (asked: string): string => (asked === ADDRESS ? url : asked);
  const api = await createApi({ config, databaseUrl: state.databaseUrl, log, engineCalls: { reach } });
  const { statusCode, body } = await api.server.inject({
    method: 'POST',
    url: '/engines/n8n/connect',
    headers,
    payload: { url: ADDRESS, credentials, replace: true },
  });
  await api.stop();
  if (statusCode >= 300) throw new Error(`n8n isn’t connected: ${statusCode} ${body}`);
  const password = readFileSync(join(config.home, 'pgpass'), 'utf8').trim().split(':').at(-1)!;
  const place = new URL(state.databaseUrl);
  place.password = password;
  const admin = new pg.Client({ connectionString: place.href });
  await admin.connect();
  await admin.query('update core.engine_instances set url = $1, trusted = true where url = $2', [
    url,
    ADDRESS,
  ]);
  await admin.end();
}
