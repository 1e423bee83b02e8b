import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { withoutLogin, withoutPassword } from '#host/database-url.ts';
import { localUrl } from '#host/health.ts';
import { MAIN_ENTRY, prepareHome } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { releaseLock, takeLock } from '#host/lock.ts';
import { note } from '#host/log-files.ts';
import { migrate } from '#host/migrate.ts';
import { type Progress, toFailure } from '#host/output.ts';
import { runNative, wantNatives } from '#host/natives.ts';
import { endOrphans } from '#host/orphans.ts';
import type { Plan } from '#host/plan.ts';
import { claimPort } from '#host/port.ts';
import { initPostgres, locatePostgres, postgresUrl, startPostgres, stopPostgres } from '#host/postgres.ts';
import { superuserPassword, writePasswordFile } from '#host/postgres-password.ts';
import { identify } from '#host/processes.ts';
import { type HostState, writeState } from '#host/state.ts';
import { warmCompileCache } from '#host/warm.ts';
import { childEnv, type Config } from '#platform/config.ts';
import { masterSecret } from '#platform/secrets.ts';

/** The supervisor keeps a few strings; a small young generation keeps it that way. */
const SUPERVISOR_FLAGS = ['--max-semi-space-size=1', '--max-old-space-size=64'];
const SUPERVISOR = join(import.meta.dirname, 'supervisor.ts');
/** libpq's own variables would log the API in as somebody. */
const NO_LOGIN = { PGUSER: undefined, PGPASSWORD: undefined, PGPASSFILE: undefined, PGSERVICE: undefined };
/** glibc's: threads share their heap, and what is free goes back to the system: 10 MB less at rest. */
const FRUGAL = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' };

export class AlreadyRunning extends Error {}

export type BootOptions = {
  entry: string;
  foreground: boolean;
  progress: Progress;
  natives: readonly string[];
};

/** Database URLs for the administrator (migrations) and for the services, which have logins of their own. */
function databaseUrls(config: Config, password: string): { admin: string; direct: string } {
  const admin = config.databaseUrl ?? postgresUrl(locatePostgres(config.home), password);
  return { admin, direct: config.databaseDirectUrl ?? admin };
}

function makePlan(config: Config, port: number, options: BootOptions): Plan {
  const publicUrl = config.port === port ? config.publicUrl : config.publicUrl.replace(/:0$/, `:${port}`);
  return {
    home: config.home,
    entry: options.entry,
    host: config.host,
    port,
    apiUrl: localUrl(config.host, port),
    publicUrl,
    databaseUrl: withoutPassword(config.databaseUrl ?? postgresUrl(locatePostgres(config.home))),
    embedded: config.databaseUrl === undefined,
    foreground: options.foreground,
    natives: options.natives,
    // Another program than ours has none.
    console: config.console && options.entry === MAIN_ENTRY,
  };
}

function publishStep(plan: Plan, step: string, failure?: HostState['failure'], slow = false): void {
  const self = identify(process.pid);
  const { home, apiUrl, publicUrl, databaseUrl, embedded } = plan;
  writeState(home, {
    phase: failure ? 'failed' : 'starting',
    step,
    apiUrl,
    publicUrl,
    databaseUrl,
    embedded,
    processes: self ? [{ name: 'supervisor', id: self, ready: true }] : [],
    errors: [],
    ...(slow && { slow: true as const }),
    ...(failure && { failure }),
  });
}

async function startDatabase(plan: Plan, password: string, step: (text: string) => void): Promise<void> {
  if (!plan.embedded) return;
  step('Starting the database');
  const place = locatePostgres(plan.home);
  await initPostgres(place, { password });
  await startPostgres(place, { password });
  writePasswordFile(place, password);
}

/** Engines that run beside: installed where they aren't, and remembered once that went well. */
async function prepareNatives(
  plan: Plan,
  env: NodeJS.ProcessEnv,
  step: (text: string) => void,
): Promise<void> {
  if (plan.natives.length > 0) {
    if (!plan.embedded)
      throw new HostError(
        `Engines (${plan.natives.join(', ')}) run beside the embedded database only, and DATABASE_URL is set.`,
        'Run the engine yourself and connect it: ./smarteros instances create',
      );
    await runNative(plan.entry, 'prepare', plan.natives, env, step);
  }
  wantNatives(plan.home, plan.natives);
}

/** Replaces this process by the lean supervisor: same pid, same lock, a third of the memory. */
async function becomeSupervisor(plan: Plan, env: NodeJS.ProcessEnv): Promise<never> {
  await Promise.all([import('#host/supervisor.ts'), import('#host/trim.ts')]);
  flushCompileCache();
  process.chdir(plan.home);
  const args = [process.execPath, ...SUPERVISOR_FLAGS, SUPERVISOR, JSON.stringify(plan)];
  // Optional in its type, for Windows only.
  process.execve?.(process.execPath, args, env);
  throw new Error('this system cannot replace a running program');
}

/**
 * Starts everything and becomes the supervisor; so it only returns by throwing, after undoing what it began.
 * @throws AlreadyRunning when this home has a supervisor, HostError for what a person can remedy
 */
export async function boot(config: Config, options: BootOptions): Promise<never> {
  const { home } = config;
  prepareHome(home);
  if (!takeLock(home)) throw new AlreadyRunning();
  let plan = makePlan(config, config.port, options);
  const step = (text: string): void => {
    options.progress.step(text);
    publishStep(plan, text);
  };
  const undo = async (): Promise<void> => {
    if (plan.embedded) await stopPostgres(locatePostgres(home));
    releaseLock(home);
  };
  const interrupted = (): void => void undo().finally(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, interrupted);
  try {
    const left = await endOrphans(home);
    if (left > 0) note(home, 'warn', 'ended processes of a supervisor that was killed', { count: left });
    step('Checking the machine');
    plan = makePlan(config, await claimPort(config.host, config.port), options);
    const password = superuserPassword(masterSecret(config));
    const { admin, direct } = databaseUrls(config, password);
    const env = childEnv(config, { SMARTEROS_PORT: String(plan.port), SMARTEROS_HOST: config.host });
    await Promise.all([startDatabase(plan, password, step), warmCompileCache(home, options.entry, env)]);
    step('Bringing the database up to date');
    await migrate(home, options.entry, { ...env, DATABASE_URL: admin, DATABASE_DIRECT_URL: direct });
    await prepareNatives(plan, { ...env, DATABASE_URL: admin }, (text) => {
      options.progress.step(text);
      publishStep(plan, text, undefined, true);
    });
    step(`Starting ${['api', 'worker', ...plan.natives].join(', ')}`);
    options.progress.stop();
    const services = { DATABASE_URL: withoutLogin(admin), DATABASE_DIRECT_URL: withoutLogin(direct) };
    return await becomeSupervisor(plan, childEnv(config, { ...env, ...services, ...NO_LOGIN, ...FRUGAL }));
  } catch (error) {
    const failure = toFailure(error);
    note(home, 'error', 'start failed', failure);
    publishStep(plan, 'Failed', failure);
    await undo();
    throw error instanceof HostError ? error : new HostError(failure.what, failure.remedy, { cause: error });
  }
}
