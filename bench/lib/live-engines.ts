import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '#engines/n8n/native.ts';
import { install as installOdoo, start as startOdoo } from '#test/engines/odoo/live.ts';
import { installN8n } from '#test/engines/live/n8n.ts';
import { startRest } from './live-rest.ts';
import { startHere, type Here } from './up.ts';

const LOOK_MS = 100;
const PATIENCE_MS = 600_000;
/** By then the job that makes Odoo's model waits or runs; it leaves the list when it is done. */
const PREPARING_MS = 2_000;
/** Odoo, Supabase and the n8n that runs beside. */
const INSTANCES = 3;

/** Asks again and again, until `done` says so. */
export async function until<T>(what: string, ask: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; ;) {
    const found = await ask();
    if (done(found)) return found;
    if (performance.now() > end) throw new Error(`${what}: still ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Packages are fetched once for all runs. */
async function placeN8n({ home }: Here): Promise<void> {
  const folder = join(home, 'engines', 'packages');
  const packages = await installN8n();
  mkdirSync(folder, { recursive: true });
  const place = join(folder, `n8n-${native.version}`);
  if (!existsSync(place)) symlinkSync(packages, place);
}

export interface LiveEngines {
  readonly here: Here;
  readonly operator: string;
  readonly odoo: { readonly url: string };
  readonly rest: { rows(table: string): Promise<Record<string, unknown>[]> };
  stop(): Promise<void>;
}

/**
 * A real installation with a real n8n beside it, and a real Odoo 19 and PostgREST that the operator connected for every
 * company; ready for companies. Installs what is missing (some ten minutes and 4 GB, once).
 */
export async function startLiveEngines(settings?: Readonly<Record<string, string>>): Promise<LiveEngines> {
  const here = await startHere(settings);
  await placeN8n(here);
  const reason = installOdoo();
  if (reason !== undefined) throw new Error(reason);
  const [odoo, rest] = await Promise.all([startOdoo(), startRest()]);
  const stop = async (): Promise<void> => {
    here.stop();
    await Promise.all([odoo.stop(), rest.stop()]);
  };
  try {
    here.smarteros('up', '--detach', '--with', 'n8n');
    const operator = here.operatorKey();
    const connect = (one: object): Promise<unknown> =>
      here.ask('POST /instances', { ...one, forAll: true }, operator);
    await connect({
      engine: 'odoo',
      url: odoo.url,
      credentials: { masterPassword: odoo.masterPassword },
    });
    await connect({
      engine: 'supabase',
      url: rest.url,
      credentials: { serviceRole: rest.key },
      settings: { tenantKey: 'slug', companies: { table: 'companies', nameColumn: 'name', create: true } },
    });
    const list = async (path: string): Promise<object[]> =>
      (await here.ask<{ data: object[] }>(`GET ${path}`, undefined, operator)).data;
    await new Promise((resolve) => setTimeout(resolve, PREPARING_MS));
    // The model that companies' databases are copied from is made as soon as Odoo is connected.
    await until(
      'Odoo’s model',
      () => list('/jobs?name=instances.prepare'),
      (jobs) => jobs.length === 0,
    );
    await until(
      'instances',
      () => list('/instances'),
      (instances) => instances.length === INSTANCES,
    );
    return { here, operator, odoo, rest, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
