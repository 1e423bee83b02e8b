import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that serves HTTP on `port` in a process of its own. */
export interface Side {
  readonly name: string;
  readonly port: number;
  /** Of its process, where we started it. */
  readonly pid?: number | undefined;
  /** CPU microseconds that its process has used so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** What a served side tells its bench, and is asked. */
type Told = { port: number } | { cpu: number };

/**
 * Starts `file` again as a process that serves `name`: its `serve(name)` call below takes over there.
 * Standard output goes to a file, as the supervisor has it.
 */
export async function startSide(
  file: string,
  name: string,
  options: { home: string; data?: unknown },
): Promise<Side> {
  const log = openSync(join(options.home, `${name}.log`), 'a');
  const child = fork(file, ['--serve', name, JSON.stringify(options.data ?? {})], {
    stdio: ['ignore', log, 'inherit', 'ipc'],
    execArgv: (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter(Boolean),
  });
  closeSync(log);
  const hear = async (): Promise<Told> => {
    const [told] = (await Promise.race([once(child, 'message'), failure])) as [Told];
    return told;
  };
  const failure = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code}`);
  });
  failure.catch(() => {});
  const first = await hear();
  return {
    name,
    port: 'port' in first ? first.port : 0,
    pid: child.pid,
    async cpu() {
      child.send('cpu');
      const told = await hear();
      return 'cpu' in told ? told.cpu : 0;
    },
    async stop() {
      child.disconnect();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** What this process is to serve, when `startSide` has started it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it sent
export function served<Data>(): { name: string; data: Data } | undefined {
  const [flag, name = '', data = '{}'] = process.argv.slice(2);
  return flag === '--serve' ? { name, data: JSON.parse(data) as Data } : undefined;
}

/** Tells the bench our port, answers its questions, and runs `stop` when it lets go of us. */
export function announce(port: number, stop: () => Promise<void>): void {
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    tell({ cpu: user + system });
  });
  process.once('disconnect', () => void stop().finally(() => process.exit()));
  tell({ port });
}

const MICROSECONDS_PER_TICK = 10_000;

/** CPU microseconds of a process and its children, living and gone, in steps of 10 ms. */
export function cpuOfTree(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    return children.reduce((sum, child) => sum + cpuOfTree(Number(child)), ticks * MICROSECONDS_PER_TICK);
  } catch {
    return 0; // gone in between
  }
}
