import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimPort } from '#host/port.ts';
import type { StatusReport } from '#host/status.ts';
import { monotonic } from '#platform/clock.ts';
import { childEnv } from '#platform/config.ts';

export const RUN = join(import.meta.dirname, 'fixtures/run.ts');
export const PATIENCE_MS = 8_000;

type Answer = { code: number; out: string; err: string };

/** One SmarterOS with a stand-in app, in a home of its own. */
export async function installation(settings: NodeJS.ProcessEnv = {}) {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-host-'));
  const port = await claimPort('127.0.0.1', 0);
  const env = childEnv(
    { home },
    { SMARTEROS_PORT: String(port), NO_COLOR: '1', NODE_TEST_CONTEXT: undefined, ...settings },
  );
  const run = (...args: string[]): Promise<Answer> =>
    new Promise((resolve) => {
      execFile(process.execPath, [RUN, ...args], { env }, (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      });
    });
  const status = async (): Promise<StatusReport> =>
    JSON.parse((await run('status', '--json')).out) as StatusReport;
  const pidOf = async (name: string): Promise<number> => {
    return (await status()).processes.find((process) => process.name === name)?.pid ?? 0;
  };
  const until = async (wanted: StatusReport['status']): Promise<StatusReport> => {
    const end = monotonic() + PATIENCE_MS;
    for (;;) {
      const report = await status();
      if (report.status === wanted || monotonic() > end) return report;
    }
  };
  const remove = async (): Promise<void> => {
    await run('down');
    rmSync(home, { recursive: true, force: true });
  };
  return {
    env,
    home,
    port,
    run,
    status,
    pidOf,
    until,
    remove,
    calls: () => readFileSync(join(home, 'calls.txt'), 'utf8'),
  };
}

export type Installation = Awaited<ReturnType<typeof installation>>;
