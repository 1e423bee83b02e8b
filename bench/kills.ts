/**
 * 100,000 events while API, both workers and PostgreSQL are killed (SIGKILL) 50 times each: none lost, order kept, same id on repeats.
 *
 * `./smarteros bench kills [kills of each] [events]`; SEED repeats the order and the moments of the kills. Clients write,
 * listen to the live stream and take webhooks; a job leaves a trace of each event. In the end what they were told is
 * held against the database, and the other way round.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HANDLE, readTrace } from '#test/faults/app/trace.ts';
import { backlog, checkAudit, checkLeft, expectedEvents } from '#test/faults/aftermath.ts';
import { checkEvents, checkOrder, checkWrites, read, state } from '#test/faults/audit.ts';
import type { Companion } from '#test/faults/companion.ts';
import { addWebhook, type Company, createCompany } from '#test/faults/company.ts';
import { checkImport } from '#test/faults/import.ts';
import { Importers } from '#test/faults/importers.ts';
import { checkListeners, Listener, stopListeners } from '#test/faults/listener.ts';
import { harass, type Kill, type Victim } from '#test/faults/nemesis.ts';
import { createRandom } from '#test/faults/random.ts';
import { Receiver } from '#test/faults/receiver.ts';
import { seconds, some, type Verdicts } from '#test/faults/report.ts';
import { System } from '#test/faults/system.ts';
import { Tail } from '#test/faults/tail.ts';
import { Writers } from '#test/faults/writers.ts';
import { claim, median, say } from './lib/rounds.ts';

const KILLS = Number(process.argv[2] ?? 50);
const EVENTS = Number(process.argv[3] ?? 100_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const VICTIMS: readonly Victim[] = ['api', 'worker', 'second worker', 'postgres'];
const TENANTS = 20;
const WRITERS_PER_TENANT = 2;
/** Of the tenants, the first ones. */
const LISTENING = 8;
const HOOKED = 8;
const IMPORT_KILLS = 5;
/** Companies that bring files in, and lines of a file: half of the events. */
const BULK = 3;
const BULK_LINES = 1_000;
/** How long each lives once it is ready. */
const ALIVE_MS = [200, 9_000] as const;
/** About what it takes to be ready again, for planning. */
const RECOVERY_MS = 2_500;
/** Second attempts fail in the first part only: the third comes five minutes later, and that is to be seen. */
const THIRD_ATTEMPT_MS = 270_000;
const WRITE_LIMIT_MS = 600_000;
const QUIET_LIMIT_MS = 150_000;
const LOOK_MS = 250;
const LIMIT_MS = 15 * 60_000;
const LOGS = join(import.meta.dirname, '../out/kills');

const report: Verdicts = {
  figure: (name, value) => console.log(`${name}: ${value}`),
  none(promise, wrong) {
    if (wrong.length > 0) console.log(some(wrong));
    claim(promise, wrong.length, { atMost: 0 }, 'times not');
  },
};

function tell(kills: readonly Kill[]): void {
  console.log('\nprocess         kills   recovery s: median   slowest');
  for (const [victim, all] of Map.groupBy(kills, (kill) => kill.victim)) {
    const took = all.map(({ recoveryMs }) => recoveryMs ?? Infinity);
    const figures = [seconds(median(took)).padStart(19), seconds(Math.max(...took)).padStart(10)];
    console.log(`${victim.padEnd(14)} ${String(all.length).padStart(6)}${figures.join('')}`);
  }
  console.log('');
  const lost = kills.filter((kill) => kill.recoveryMs === undefined).map(({ victim }) => victim);
  report.none('every killed process came back', lost);
}

function tellWriters(all: readonly Writers[]): void {
  const sum = (pick: (one: Writers) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const refusals = new Map<string, number>();
  for (const one of all)
    for (const [why, count] of one.refusals) refusals.set(why, (refusals.get(why) ?? 0) + count);
  say('writers', TENANTS * WRITERS_PER_TENANT);
  report.figure('retries', [...refusals].map(([why, count]) => `${why} ${count}`).join(', '));
  say(
    'answers to repeats from the store',
    sum((one) => one.replays),
  );
  const slowest = Math.max(...all.map((one) => one.slowestMs));
  report.figure('slowest answer', `${seconds(slowest)} s`);
  say(
    'acknowledged writes',
    sum((one) => one.acks),
  );
  const open = all.flatMap((one) => one.writes.filter((write) => write.id === undefined));
  report.none(
    'every write was acknowledged in the end',
    open.map(({ key }) => key),
  );
  report.none(
    'writers met no error but 503 with Retry-After',
    all.flatMap((one) => one.violations),
  );
}

async function becomeQuiet(databaseUrl: string): Promise<string> {
  const limit = performance.now() + QUIET_LIMIT_MS;
  for (;;) {
    const left = await backlog(databaseUrl);
    if (Object.values(left).every((count) => count === 0)) return '';
    if (performance.now() > limit) return JSON.stringify(left);
    await sleep(LOOK_MS);
  }
}

/** To be ended whatever happens: nobody else supervises it. */
let companion: Companion | undefined;

async function main(system: System): Promise<void> {
  report.figure('seed', SEED);
  const random = createRandom(SEED);
  const chance = createRandom(~SEED);
  const { code, stderr } = await system.up();
  if (code !== 0) throw new Error(`up: ${stderr}`);
  const databaseUrl = system.databaseUrl();
  companion = system.companion();
  const second = companion;
  const tenants: Company[] = [];
  for (let n = 0; n < TENANTS; n++) tenants.push(await createCompany(system, n));
  const importing = await createCompany(system, TENANTS);
  const bulk: Importers[] = [];
  for (let n = 1; n <= BULK; n++) {
    const company = await createCompany(system, TENANTS + n);
    bulk.push(new Importers({ url: system.url, company, lines: BULK_LINES }));
  }
  await system.until(() => second.ready, QUIET_LIMIT_MS);

  const receiver = await Receiver.open(chance);
  for (const tenant of [...tenants.slice(0, HOOKED), importing]) await addWebhook(system, tenant, receiver);
  const listening = [...tenants.slice(TENANTS - LISTENING), importing];
  const listeners = new Map(
    listening.map(({ id, key }) => [id, [new Listener({ url: system.url, key, random: chance })]]),
  );
  const tail = new Tail(databaseUrl);

  const plannedMs = KILLS * ((ALIVE_MS[0] + ALIVE_MS[1]) / 2 + RECOVERY_MS);
  const began = performance.now();
  let over = false;
  const written = (): number => writers.reduce((sum, one) => sum + one.acks, 0);
  const imported = (): number => bulk.reduce((sum, one) => sum + one.imported, 0);
  const acks = (): number => written() + imported();
  /** Spreads half of the events over the kills; the other half goes the other way. */
  const spread = (count: () => number) => async (): Promise<void> => {
    const due = (): number => (0.51 * EVENTS * (performance.now() - began)) / plannedMs;
    while (!over && count() > due()) await sleep(20);
  };
  const pace = spread(written);
  const writers = tenants.map(
    ({ key }, i) => new Writers({ url: system.url, key, random: chance, name: `t${i}`, pace }),
  );
  for (const one of writers) one.start(WRITERS_PER_TENANT);
  for (const one of bulk) one.start(spread(imported));
  receiver.harshUntil = began + plannedMs - THIRD_ATTEMPT_MS;
  const manner = { aliveMs: ALIVE_MS, companion: second };
  const kills = await Promise.all(VICTIMS.map((victim) => harass(system, victim, KILLS, random, manner)));
  report.figure('kills took', `${seconds(performance.now() - began)} s`);
  await system.untilRunning(QUIET_LIMIT_MS);
  while (acks() < EVENTS && performance.now() - began < WRITE_LIMIT_MS) await sleep(LOOK_MS);
  over = true;
  await Promise.all([...writers, ...bulk].map((one) => one.stop()));
  report.figure('writing took', `${seconds(performance.now() - began)} s`);
  tell(kills.flat());
  tellWriters(writers);
  const allImported = async (): Promise<boolean> => {
    for (const one of bulk) if ((await one.unfinished()) > 0) return false;
    return true;
  };
  const ended = await system.until(allImported, QUIET_LIMIT_MS);
  report.none('every import came to its end', ended ? [] : ['some are still running']);
  for (const one of bulk) await one.check(report, databaseUrl);
  say('acknowledged by imports', imported());
  claim('acknowledged events', acks(), { atLeast: EVENTS });

  await checkImport(report, system, importing, { databaseUrl, kills: IMPORT_KILLS, random });

  const calm = performance.now();
  const unrest = await becomeQuiet(databaseUrl);
  report.figure('quiet after', `${seconds(performance.now() - calm)} s`);
  report.none('nothing is left to publish, to do, to seal or to send', unrest === '' ? [] : [unrest]);
  await tail.stop();

  const ids = tenants.map(({ id }) => id);
  const found = await read(databaseUrl, ids);
  const { positions } = await state(databaseUrl);
  const expected = await expectedEvents(databaseUrl, [...ids, importing.id]);
  const writes = writers.flatMap((one) => one.writes);
  checkWrites(report, found, writes);
  checkOrder(report, found, writes);
  const handled = readTrace(system.home, HANDLE);
  const created = new Set(found.events.map(({ id }) => id));
  checkEvents(
    report,
    found,
    positions,
    tail.seen,
    handled.filter(({ event }) => created.has(event)),
  );
  await stopListeners(listeners, expected, QUIET_LIMIT_MS);
  checkListeners(report, listeners, expected);
  receiver.check(report, expected);
  await checkLeft(report, databaseUrl, receiver.expected(expected));
  await checkAudit(report, { url: system.url, databaseUrl }, [
    ...tenants,
    importing,
    ...bulk.map(({ company }) => company),
  ]);
  await receiver.close();
  await second.stop();
  await system.smarteros('down');
}

const limit = setTimeout(() => {
  console.log(`still at work after ${LIMIT_MS / 60_000} minutes`);
  system.keepLogs(LOGS);
  process.exit(1);
}, LIMIT_MS);
const began = performance.now();
const system = await System.create();
try {
  await main(system);
} catch (error) {
  report.none('the bench came to its end', [String(error instanceof Error ? error.stack : error)]);
} finally {
  await companion?.stop();
  if (process.exitCode === 1) system.keepLogs(LOGS);
  await system.remove();
  clearTimeout(limit);
}
report.figure('seconds', seconds(performance.now() - began));
// After a failure in the middle, writers may still be at work.
process.exit();
