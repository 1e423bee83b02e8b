import { watchConsole } from '#host/console/watch.ts';
import { watchDatabase } from '#host/database-watch.ts';
import { firstVisit } from '#host/first-visit.ts';
import { LOG_NAMES, logFile } from '#host/home.ts';
import { releaseLock } from '#host/lock.ts';
import { note, rotate } from '#host/log-files.ts';
import { connectNatives } from '#host/native-connect.ts';
import { knownNatives } from '#host/natives.ts';
import { paint, print, welcome } from '#host/output.ts';
import type { Plan } from '#host/plan.ts';
import { locatePostgres } from '#host/postgres.ts';
import { identify, type ProcessId } from '#host/processes.ts';
import { createService } from '#host/service.ts';
import { clearState, type HostState, type ProcessName, writeState } from '#host/state.ts';

const STOP_GRACE_MS = 10_000;
const ROTATE_EVERY_MS = 5_000;
/** So many ends in a row are no start-up any more. */
const FAILURES_MAX = 5;

function rotateLogs(home: string): void {
  for (const name of [...LOG_NAMES, ...knownNatives(home)]) {
    try {
      rotate(logFile(home, name));
    } catch (error) {
      note(home, 'error', `${name}.log could not be rotated`, { problem: String(error) });
    }
  }
}

/** Keeps the database, the API and the worker running; resolves when it was told to stop and all of them are gone. */
export async function supervise(plan: Plan): Promise<void> {
  const { home } = plan;
  let stopping = false;
  /** Everything was ready once; from then on a missing part is a fault and no start-up. */
  let started = false;

  const database = plan.embedded ? watchDatabase(locatePostgres(home), changed) : undefined;
  const services = ['api', 'worker', ...plan.natives].map((name) => createService(name, plan, changed));
  const isReady = (name: string): boolean => services.find((one) => one.name === name)?.ready() ?? false;
  const site = watchConsole(plan, changed);
  const connection = connectNatives(plan, isReady, changed);

  function describe(): HostState {
    const parts: { name: ProcessName; id: ProcessId | undefined; ready: boolean }[] = [
      { name: 'supervisor', id: identify(process.pid), ready: true },
      ...(database
        ? [{ name: 'postgres' as const, id: database.id(), ready: database.id() !== undefined }]
        : []),
      ...services.map((service) => ({ name: service.name, id: service.id(), ready: service.ready() })),
    ];
    const missing = parts.filter(({ ready }) => !ready).map(({ name }) => name);
    missing.push(...connection.missing().filter((name) => !missing.includes(name)));
    const failing = services.filter((service) => service.failures() >= FAILURES_MAX);
    // An engine that doesn't come up is no reason to stop the rest.
    const hopeless = failing.some(({ name }) => !plan.natives.includes(name));
    const waiting = missing.filter((name) => !failing.some((one) => one.name === name));
    const over = started || hopeless || waiting.length === 0;
    const phase = missing.length === 0 ? 'running' : over ? 'degraded' : 'starting';
    return {
      phase: stopping ? 'stopping' : phase,
      ...(missing.length > 0 && { step: `Starting ${missing.join(' and ')}` }),
      apiUrl: plan.apiUrl,
      publicUrl: plan.publicUrl,
      databaseUrl: plan.databaseUrl,
      embedded: plan.embedded,
      console: site.state(),
      processes: parts.flatMap(({ name, id, ready }) => (id ? [{ name, id, ready }] : [])),
      errors: [database?.problem(), ...services.map((one) => one.lastError()), connection.problem()].filter(
        (line) => line !== undefined,
      ),
    };
  }

  function publish(): HostState {
    const state = describe();
    try {
      writeState(home, state);
    } catch (error) {
      // A full disk must not stop what still works.
      note(home, 'error', 'the state file could not be written', { problem: String(error) });
    }
    return state;
  }

  async function greet(): Promise<void> {
    const first = plan.console ? await firstVisit(plan, !process.stdout.isTTY) : undefined;
    print(welcome('SmarterOS is running.', plan, { background: false, first }));
  }

  function changed(event: string): void {
    if (stopping) return;
    connection.look();
    const { phase, errors } = publish();
    if (plan.foreground && (started || errors.length > 0))
      print(`${paint('dim', '·')} ${errors[0] ?? event}`);
    if (phase !== 'running' || started) return;
    started = true;
    site.start();
    note(home, 'info', 'running', { apiUrl: plan.apiUrl });
    if (plan.foreground) void greet();
  }

  async function stop(): Promise<void> {
    stopping = true;
    connection.stop();
    site.stop();
    publish();
    if (plan.foreground) print('Stopping …');
    await Promise.all(services.map((service) => service.stop(STOP_GRACE_MS)));
    await database?.stop();
    clearState(home);
    note(home, 'info', 'stopped');
    releaseLock(home);
    if (plan.foreground) print(`${paint('green', '✓')} SmarterOS has stopped.`);
  }

  process.on('uncaughtException', (error) => {
    note(home, 'error', 'unexpected', { problem: error.stack ?? String(error) });
  });
  setInterval(rotateLogs, ROTATE_EVERY_MS, home).unref();
  for (const service of services) service.start();
  publish();

  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        // Asked a second time, we don't wait for open requests any longer.
        if (stopping) for (const service of services) service.kill();
        else void stop().then(resolve);
      });
    }
  });
}
