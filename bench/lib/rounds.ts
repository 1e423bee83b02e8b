import { type Load, load, type Taken } from './load.ts';
import { cpuOfTree, type Side } from './side.ts';

export interface Round extends Taken {
  /** CPU microseconds per request of the side's own process. */
  readonly cpu: number;
  /** The same of PostgreSQL; 0 without one. */
  readonly databaseCpu: number;
}

export interface Contest {
  readonly sides: readonly Side[];
  readonly rounds: number;
  readonly seconds: number;
  /** The longest that each side is warmed up. */
  readonly warmSeconds: number;
  /** Of the one PostgreSQL of all sides, or of a side's own. */
  readonly databasePid?: number | ((side: Side) => number);
  readonly load: (side: Side) => Pick<Load, 'connections' | 'request'>;
}

/** V8 compiles a server's busiest functions until about here: the first rounds would pay for it. */
const WARM_REQUESTS = 40_000;

async function warm(side: Side, { warmSeconds, load: asked }: Contest): Promise<void> {
  let requests = 0;
  for (let second = 0; second < warmSeconds && requests < WARM_REQUESTS; second++) {
    requests += (await load({ port: side.port, seconds: 1, ...asked(side) })).requests;
  }
}

/** A B C A B C …: whatever else the machine does, all sides meet it alike. Keyed by the side's name. */
export async function runContest(contest: Contest): Promise<Map<string, Round[]>> {
  const { sides, rounds, seconds, databasePid, load: asked } = contest;
  const databaseCpu = (side: Side): number => {
    const pid = typeof databasePid === 'function' ? databasePid(side) : databasePid;
    return pid === undefined ? 0 : cpuOfTree(pid);
  };
  const results = new Map(sides.map((side) => [side.name, [] as Round[]]));
  for (const side of sides) await warm(side, contest);
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) {
      const database = databaseCpu(side);
      const cpu = await side.cpu();
      const taken = await load({ port: side.port, seconds, ...asked(side) });
      const used = (await side.cpu()) - cpu;
      const databaseUsed = databaseCpu(side) - database;
      results
        .get(side.name)!
        .push({ ...taken, cpu: used / taken.requests, databaseCpu: databaseUsed / taken.requests });
    }
  }
  return results;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Of each round A ÷ B, then the median: neighbours in time share their weather. */
export const ratio = (a: readonly number[], b: readonly number[]): number =>
  median(a.map((value, i) => value / b[i]!));

/** `name: value unit`, the form that everything which reads a bench's output relies on. */
export function say(name: string, value: number, unit = ''): void {
  const digits = value >= 1000 ? 0 : value >= 10 ? 1 : 3;
  console.log(`${name}: ${value.toFixed(digits)} ${unit}`.trimEnd());
}

/** The figures of one side, medians over its rounds. */
export function sayRounds(name: string, rounds: readonly Round[]): void {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  say(
    `${name} rate`,
    of((round) => round.perSecond),
    'requests/s',
  );
  say(
    `${name} p50`,
    of((round) => round.p50),
    'ms',
  );
  say(
    `${name} p99`,
    of((round) => round.p99),
    'ms',
  );
  say(`${name} CPU`, Math.min(...rounds.map((round) => round.cpu)), 'µs/request');
  if (rounds.some((round) => round.databaseCpu > 0)) {
    say(`${name} PostgreSQL CPU`, Math.min(...rounds.map((round) => round.databaseCpu)), 'µs/request');
  }
}

let failed = false;

/** Prints a figure with the limit that it has to keep; the process's exit code tells when one is not kept. */
export function claim(
  name: string,
  value: number,
  limit: { atLeast: number } | { atMost: number },
  unit = '',
): void {
  const kept = 'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost;
  const words = 'atLeast' in limit ? `at least ${limit.atLeast}` : `at most ${limit.atMost}`;
  say(name, value, `${unit} (${words}: ${kept ? 'kept' : 'NOT KEPT'})`.trimStart());
  if (!kept) failed = true;
  process.exitCode = failed ? 1 : 0;
}
