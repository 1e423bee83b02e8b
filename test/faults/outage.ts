import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from '#host/processes.ts';
import { readTrace } from './app/trace.ts';
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
  const answers: { route: string; wrong: boolean; answer: Answer }[] = [];
  const waiting: Promise<void>[] = [];
  let health: Answer | undefined;
  signal(supervisor, 'SIGSTOP');
  try {
    for (const pid of system.database()) signal(pid, 'SIGKILL');
    for (const end = performance.now() + OUTAGE_MS; performance.now() < end; await sleep(PACE_MS)) {
      for (const { route, statuses, ...rest } of REQUESTS) {
        const asked = ask(system.url, route, { token: key, ...rest }).then((answer) => {
          const wrong = !(statuses as readonly number[]).includes(answer.status);
          answers.push({ route, wrong, answer });
        });
        waiting.push(asked);
      }
    }
    health = await ask(system.url, 'GET /health');
    await Promise.all(waiting);
  } finally {
    signal(supervisor, 'SIGCONT');
  }
  const back = performance.now();
  const handled = readTrace(system.home).length;
  const works = await system.until(
    async () => (await ask(system.url, 'GET /contacts', { token: key })).status === 200,
    RECOVERY_LIMIT_MS,
  );
  report.figure('requests during an outage', answers.length);
  report.figure(
    'slowest of their answers, seconds',
    seconds(Math.max(...answers.map(({ answer }) => answer.ms))),
  );
  const told = answers.map(
    ({ route, wrong, answer }) => answer.problem ?? (wrong ? `${route}: ${answer.status}` : ''),
  );
  const wrong = told.filter(Boolean);
  report.check(
    'without a database, requests get 503 with Retry-After, at once',
    wrong.length === 0,
    some(wrong),
  );
  const said = `${health.status} ${health.body?.status}`;
  report.check('/health says unhealthy', said === '503 unhealthy', said);
  report.check('the API finds the database again', works, `${seconds(performance.now() - back)} s`);
  const goesOn = await system.until(() => readTrace(system.home).length > handled, RECOVERY_LIMIT_MS);
  report.check('the worker goes on with its jobs', goesOn, `${seconds(performance.now() - back)} s`);
}
