import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, signal } from '#host/processes.ts';
import { traceBytes } from './app/trace.ts';
import { ask, type Answer } from './client.ts';
import { hold } from './hold.ts';
import { type Report, seconds, some } from './report.ts';
import type { System } from './system.ts';

const OUTAGE_MS = 6_000;
const PACE_MS = 50;
const RECOVERY_LIMIT_MS = 30_000;

/** What is asked while there is no database, with the statuses that are right then. */
const REQUESTS = [
  { route: 'GET /contacts', statuses: [503] },
  { route: 'GET /audit', statuses: [503] },
  { route: 'POST /contacts', statuses: [503], body: { name: 'Nobody' } },
  { route: 'GET /contacts', statuses: [503], token: 'smk_unknown_to_everybody_unknown_to_everybody_un' },
  { route: 'GET /', statuses: [200], token: undefined },
  { route: 'GET /registry.json', statuses: [200], token: undefined },
] as const;

/**
 * The database is away for longer than a restart takes: its supervisor is stopped meanwhile. The API must say so, at once
 * and in words that a client understands, and work again by itself.
 */
export async function checkOutage(
  report: Report,
  system: System,
  key: string,
  contact: string,
): Promise<void> {
  // A job that ends while there is no database to tell it to.
  const held = await hold(system, key, contact);
  report.check('a job is under way when the outage begins', held !== undefined);
  const supervisor = system.find('supervisor')!;
  const durations: number[] = [];
  const wrong: string[] = [];
  const waiting: Promise<void>[] = [];
  let health: Answer | undefined;
  const one = async (route: string, statuses: readonly number[], request: object): Promise<void> => {
    const { status, problem, ms } = await ask(system.url, route, { token: key, ...request });
    durations.push(ms);
    if (problem || !statuses.includes(status)) wrong.push(problem ?? `${route}: ${status}`);
  };
  signal(supervisor, 'SIGSTOP');
  try {
    const killed = system.database();
    for (const pid of killed) signal(pid, 'SIGKILL');
    // Their command lines go before their numbers do: nobody reaps them now.
    await system.until(() => killed.every((pid) => commandLine(pid).length === 0), RECOVERY_LIMIT_MS);
    for (const end = performance.now() + OUTAGE_MS; performance.now() < end; await sleep(PACE_MS)) {
      for (const { route, statuses, ...rest } of REQUESTS) {
        waiting.push(one(route, statuses, rest));
      }
    }
    health = await ask(system.url, 'GET /health');
    await Promise.all(waiting);
  } finally {
    signal(supervisor, 'SIGCONT');
  }
  const back = performance.now();
  const handled = traceBytes(system.home);
  const works = await system.until(
    async () => (await ask(system.url, 'GET /contacts', { token: key })).status === 200,
    RECOVERY_LIMIT_MS,
  );
  report.figure('requests during an outage', durations.length);
  report.figure('slowest of their answers, seconds', seconds(Math.max(...durations)));
  report.check(
    'without a database, requests get 503 with Retry-After, at once',
    wrong.length === 0,
    some(wrong),
  );
  const said = `${health.status} ${health.body?.status}`;
  report.check('/health says unhealthy', said === '503 unhealthy', said);
  report.check('the API finds the database again', works, `${seconds(performance.now() - back)} s`);
  const goesOn = await system.until(() => traceBytes(system.home) > handled, RECOVERY_LIMIT_MS);
  report.check('the worker goes on with its jobs', goesOn, `${seconds(performance.now() - back)} s`);
}
