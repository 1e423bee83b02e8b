import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from '#host/processes.ts';
import type { ProcessName } from '#host/state.ts';
import { ask } from './client.ts';
import type { Companion } from './companion.ts';
import type { Random } from './random.ts';
import type { System } from './system.ts';

/**
 * `postgres`: the server's first process; `backend`: any other of its processes, after which it resets itself;
 * `database`: all of them at once, as when the machine loses power.
 */
type Supervised = ProcessName | 'backend' | 'database';
export type Victim = Supervised | 'second worker';

export interface Kill {
  readonly victim: Victim;
  /** Until its successor was ready; undefined when that took longer than anybody would wait. */
  readonly recoveryMs: number | undefined;
}

const ONCE: readonly Supervised[] = ['api', 'worker', 'postgres', 'database', 'supervisor', 'backend'];
const OFTEN: readonly Supervised[] = ['api', 'worker', 'postgres', 'backend'];
const PAUSE_MS = [1_000, 3_500] as const;
const ABANDONED_MAX_MS = 1_000;
/** More than the longest wait of the supervisor between two starts, and a start. */
const RECOVERY_LIMIT_MS = 30_000;

/** Each kind at least once, if there are enough kills for it; in an order that the seed decides. */
export function plan(kills: number, random: Random): Supervised[] {
  const rest = Array.from({ length: Math.max(0, kills - ONCE.length) }, () => random.pick(OFTEN));
  return random.shuffle([...ONCE.slice(0, kills), ...rest]);
}

/** Kills at random moments, also in the middle of a recovery. @throws Error when there is nothing left to kill */
export async function rampage(
  system: System,
  victims: readonly Supervised[],
  random: Random,
): Promise<{ kills: Kill[]; problems: string[] }> {
  const recoveries: Promise<Kill>[] = [];
  const problems: string[] = [];
  const left = [...victims];
  while (left.length > 0) {
    await sleep(random.between(...PAUSE_MS));
    // Whoever is just being started again has its turn later.
    let victim: Supervised | undefined;
    let pid: number | undefined;
    const choose = (): boolean => {
      victim = left.find((one) => (pid = preyOf(system, one).find()) !== undefined);
      return victim !== undefined;
    };
    await system.until(choose, RECOVERY_LIMIT_MS);
    if (victim === undefined || pid === undefined) throw new Error(`${left[0]} did not come back`);
    left.splice(left.indexOf(victim), 1);
    const killed = pid;
    const prey = preyOf(system, victim);
    const began = performance.now();
    for (const each of targets(system, victim, pid, random)) signal(each, 'SIGKILL');
    if (victim === 'supervisor') {
      // For a while nobody restarts anything; then a person, or the machine's init, starts it again.
      await sleep(random.between(0, ABANDONED_MAX_MS));
      const { code, stderr } = await system.up();
      if (code !== 0) problems.push(`up after a killed supervisor: ${stderr.trim()}`);
    }
    recoveries.push(recovery(system, victim, () => prey.isBack(killed), began));
  }
  return { kills: await Promise.all(recoveries), problems };
}

/**
 * Kills one and the same, time and again: each successor after it has been ready for a random while.
 * @throws Error when there is nothing left to kill
 */
export async function harass(
  system: System,
  victim: Victim,
  kills: number,
  random: Random,
  { aliveMs, companion }: { aliveMs: readonly [number, number]; companion: Companion },
): Promise<Kill[]> {
  const prey = victim === 'second worker' ? preyBeside(companion) : preyOf(system, victim);
  const done: Kill[] = [];
  while (done.length < kills) {
    await sleep(random.between(...aliveMs));
    let pid: number | undefined;
    await system.until(() => (pid = prey.find()) !== undefined, RECOVERY_LIMIT_MS);
    if (pid === undefined) throw new Error(`${victim} did not come back`);
    const killed = pid;
    const began = performance.now();
    signal(killed, 'SIGKILL');
    done.push(await recovery(system, victim, () => prey.isBack(killed), began));
  }
  return done;
}

interface Prey {
  find(): number | undefined;
  /** Another process has taken the place of `pid`, and is ready. */
  isBack(pid: number): boolean | Promise<boolean>;
}

function preyOf(system: System, victim: Supervised): Prey {
  const name = victim === 'database' || victim === 'backend' ? 'postgres' : victim;
  return {
    find: () => system.find(name),
    isBack: async (pid) => {
      if (victim === 'backend') return (await ask(system.url, 'GET /health')).status === 200;
      const found = system.state()?.processes.find((one) => one.name === name);
      return found !== undefined && found.ready && found.id.pid !== pid;
    },
  };
}

const preyBeside = (companion: Companion): Prey => ({
  find: () => companion.pid,
  isBack: (pid) => companion.ready && companion.pid !== pid,
});

function targets(system: System, victim: Victim, pid: number, random: Random): readonly number[] {
  if (victim === 'database') return system.database();
  if (victim !== 'backend') return [pid];
  const [, ...backends] = system.database();
  return backends.length === 0 ? [] : [random.pick(backends)];
}

async function recovery(
  system: System,
  victim: Victim,
  isBack: () => boolean | Promise<boolean>,
  began: number,
): Promise<Kill> {
  const back = await system.until(isBack, RECOVERY_LIMIT_MS);
  return { victim, recoveryMs: back ? performance.now() - began : undefined };
}
