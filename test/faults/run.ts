/**
 * `node test/faults/run.ts [--kills N] [--seed S]`: clients write without rest while the processes of a real
 * installation are killed; afterwards everything that was promised must be there. The method is Jepsen's: a load, a
 * nemesis, and what is left is held against what the clients were told. The order and the moments of the kills follow
 * from the seed. When something fails, the logs are kept in out/faults.
 */
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HANDLE, HOLD, readTrace } from './app/trace.ts';
import { backlog, type Backlog, checkAudit, checkLeft, expectedEvents } from './aftermath.ts';
import { checkEvents, checkOrder, checkWrites, read, state } from './audit.ts';
import { addWebhook, type Company, createCompany } from './company.ts';
import { hold } from './hold.ts';
import { checkConnections } from './connections.ts';
import { checkListeners, Listener, stopListeners } from './listener.ts';
import { type Kill, plan, rampage } from './nemesis.ts';
import { checkOutage } from './outage.ts';
import { createRandom } from './random.ts';
import { Receiver } from './receiver.ts';
import { Report, seconds, some } from './report.ts';
import { System } from './system.ts';
import { Tail } from './tail.ts';
import { Writers } from './writers.ts';

const WRITERS = 8;
/** In a second company, which has a webhook: so few that it never lies far behind. */
const CALM_WRITERS = 2;
const CALM_PACE_MS = 50;
const DEFAULT_KILLS = '10';
const TAKEOVER_LIMIT_MS = 30_000;
const QUIET_LIMIT_MS = 45_000;
const STRAY_SHOWS_MS = 1_000;
/** After so long the supervisor kills what hasn't ended by itself. */
const DOWN_LIMIT_MS = 10_000;
const LIMIT_MS = 8 * 60_000;
const LOGS = join(import.meta.dirname, '../../out/faults');

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: DEFAULT_KILLS },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const report = new Report();

interface Prepared {
  readonly companies: readonly [busy: Company, calm: Company];
  readonly databaseUrl: string;
}

async function prepare(system: System): Promise<Prepared> {
  const began = performance.now();
  const { code, stderr } = await system.up();
  if (code !== 0) throw new Error(`up: ${stderr}`);
  report.figure('first start seconds', seconds(performance.now() - began));
  const companies = [await createCompany(system, 1), await createCompany(system, 2)] as const;
  return { companies, databaseUrl: system.databaseUrl() };
}

/** A worker is killed in the middle of a job: how long until another worker has begun that job again? */
async function takeOver(system: System, key: string, contact: string): Promise<number | undefined> {
  const held = await hold(system, key, contact);
  if (!held) return undefined;
  const killed = performance.now();
  process.kill(held.pid, 'SIGKILL');
  const begun = (): number => readTrace(system.home, HOLD).filter(({ event }) => event === held.event).length;
  const again = await system.until(() => begun() > 1, 2 * TAKEOVER_LIMIT_MS);
  return again ? performance.now() - killed : undefined;
}

/**
 * While the API is starting again its supervisor dies, too: the next one must find that API, which was never ready. Or else
 * it holds the port for ever, or answers in the place of the API that is supervised.
 */
async function killBoth(system: System): Promise<string> {
  const api = system.find('api');
  if (api !== undefined) process.kill(api, 'SIGKILL');
  const started = (): number | undefined => system.working('api').find((pid) => pid !== api);
  if (!(await system.until(() => started() !== undefined, TAKEOVER_LIMIT_MS)))
    return 'no api was started again';
  process.kill(system.find('supervisor')!, 'SIGKILL');
  const { code, stderr } = await system.up();
  await sleep(STRAY_SHOWS_MS);
  const strays = system.working('api').length - 1;
  if (code === 0 && strays === 0) return '';
  await system.clear();
  await system.up();
  return [stderr.trim().replaceAll('\n', ' '), strays > 0 && `${strays} unsupervised api`]
    .filter(Boolean)
    .join('; ');
}

async function becomeQuiet(system: System, url: string): Promise<string> {
  const running = await system.untilRunning(QUIET_LIMIT_MS);
  let left: Backlog | undefined;
  const isQuiet = async (): Promise<boolean> => {
    left = await backlog(url).catch(() => left);
    return left !== undefined && Object.values(left).every((count) => count === 0);
  };
  const quiet = await system.until(isQuiet, QUIET_LIMIT_MS);
  return running && quiet ? '' : `${system.status().status}, left: ${JSON.stringify(left)}`;
}

function tell(kills: readonly Kill[]): void {
  const byVictim = [...Map.groupBy(kills, (kill) => kill.victim)];
  const slowest = (those: readonly Kill[]): number =>
    Math.max(...those.map((kill) => kill.recoveryMs ?? Infinity));
  report.figure('kills', byVictim.map(([victim, all]) => `${victim} ${all.length}`).join(', '));
  const each = byVictim.map(([victim, all]) => `${victim} ${seconds(slowest(all))}`).join(', ');
  report.figure('slowest recovery seconds', `${seconds(slowest(kills))} (${each})`);
  const lost = kills.filter((kill) => kill.recoveryMs === undefined).map((kill) => kill.victim);
  report.check('every killed process came back', lost.length === 0, some(lost));
}

function tellWriters(writers: Writers): void {
  report.figure('acknowledged writes', writers.acks);
  report.figure('retries', writers.retries);
  const refusals = [...writers.refusals].map(([reason, count]) => `${reason} ${count}`);
  report.figure('why', refusals.join(', ') || 'none');
  report.figure(
    'replays',
    `${writers.replays}, ${writers.repeats} of them asked for after the acknowledgement`,
  );
  report.figure('slowest answer seconds', seconds(writers.slowestMs));
  report.figure('longest time without an acknowledgement, seconds', seconds(writers.longestPauseMs));
  const open = writers.writes.length - writers.acknowledged.length;
  report.check('every write was acknowledged in the end', open === 0, `${open} were not`);
  report.check(
    'clients met no error but 503 with Retry-After',
    writers.violations.length === 0,
    some(writers.violations),
  );
}

async function main(system: System): Promise<void> {
  report.figure('seed', seed);
  const { companies, databaseUrl } = await prepare(system);
  const [{ key }, calm] = companies;
  const { url } = system;
  const tail = new Tail(databaseUrl);
  const chance = createRandom(~seed);
  const receiver = await Receiver.open(createRandom(seed + 1));
  await addWebhook(system, calm, receiver);
  const listeners = new Map(
    companies.map((one) => [one.id, [new Listener({ url, key: one.key, random: chance })]]),
  );
  const writers = new Writers({ url, key, random: chance });
  const calmWriters = new Writers({
    url,
    key: calm.key,
    random: chance,
    name: 'x',
    pace: () => sleep(CALM_PACE_MS),
  });
  writers.start(WRITERS);
  calmWriters.start(CALM_WRITERS);
  await system.until(() => writers.acknowledged.length > WRITERS, QUIET_LIMIT_MS);

  // Of its own: how often the writers ask for a number depends on the machine.
  const random = createRandom(seed);
  const { kills, problems } = await rampage(system, plan(Number(values.kills), random), random);
  report.check('a killed supervisor can be started again', problems.length === 0, some(problems));
  tell(kills);
  await system.untilRunning(QUIET_LIMIT_MS);
  const both = await killBoth(system);
  report.check('so can one that is killed while the API starts again', both === '', both);
  await system.untilRunning(QUIET_LIMIT_MS);
  await checkOutage(report, system, key, writers.acknowledged[0]!.id!);

  // What is refused now would have to wait for its second attempt when all else is done.
  receiver.refusing = false;
  const [took] = await Promise.all([
    takeOver(system, key, writers.acknowledged[1]!.id!),
    checkConnections(report),
  ]);
  report.figure('takeover seconds', took === undefined ? 'never' : seconds(took));
  const inTime = took !== undefined && took <= TAKEOVER_LIMIT_MS;
  report.check('the job of a killed worker runs again within 30 s', inTime);

  await Promise.all([writers.stop(), calmWriters.stop()]);
  tellWriters(writers);
  report.none('clients of the calm company met none either', calmWriters.violations);
  const unrest = await becomeQuiet(system, databaseUrl);
  report.check(
    'everything runs, and nothing is left to publish, to do, to seal or to send',
    unrest === '',
    unrest,
  );
  const { stdout, code } = await system.smarteros('status', '--json');
  const { status } = JSON.parse(stdout) as { status: string };
  report.check('status says so', code === 0 && status === 'running', status);
  await tail.stop();
  const ids = companies.map(({ id }) => id);
  const found = await read(databaseUrl, ids);
  const { positions, sessions } = await state(databaseUrl);
  const writes = [...writers.writes, ...calmWriters.writes];
  checkWrites(report, found, writes);
  checkOrder(report, found, writes);
  checkEvents(report, found, positions, tail.seen, readTrace(system.home, HANDLE));
  const expected = await expectedEvents(databaseUrl, ids);
  await stopListeners(listeners, expected, QUIET_LIMIT_MS);
  checkListeners(report, listeners, expected);
  receiver.check(report, expected);
  await receiver.close();
  await checkLeft(report, databaseUrl, receiver.expected(expected));
  await checkAudit(report, { url, databaseUrl }, companies);
  const stale = sessions.filter((who) => who.includes('transaction'));
  report.check('no killed process left a transaction open', stale.length === 0, some(stale));
  report.figure('database sessions', sessions.length);
}

/** A browser connects ahead and says nothing: nobody waits for that request. */
async function checkDown(system: System): Promise<void> {
  const silent = createConnection(system.port, '127.0.0.1').on('error', () => {});
  await once(silent, 'connect');
  const asked = performance.now();
  const { code, stderr } = await system.smarteros('down');
  const took = performance.now() - asked;
  silent.destroy();
  const left = system.left().length;
  report.check('down ends everything', code === 0 && left === 0, stderr.trim() || `${left} processes left`);
  report.check('at once, although a client is connected', took < DOWN_LIMIT_MS, `${seconds(took)} s`);
}

const limit = setTimeout(() => {
  console.log(`still at work after ${LIMIT_MS / 60_000} minutes`);
  process.exit(1);
}, LIMIT_MS);
const began = performance.now();
const system = await System.create();
try {
  await main(system);
  await checkDown(system);
} catch (error) {
  report.check(error instanceof Error ? (error.stack ?? error.message) : String(error), false);
} finally {
  if (!report.ok) system.keepLogs(LOGS);
  await system.remove();
  clearTimeout(limit);
}
report.figure('seconds', seconds(performance.now() - began));
report.end();
// After a failure in the middle, writers may still be at work.
process.exit();
