import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { logFile } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { parseLine } from '#host/log-lines.ts';
import { fileSize, note, tailOf } from '#host/log-files.ts';

const LINES_SHOWN = 8;

/**
 * Brings the schema up to date, as the database's administrator. Its output goes to the supervisor's log.
 * @throws HostError with its last lines
 */
export async function migrate(home: string, entry: string, env: NodeJS.ProcessEnv): Promise<void> {
  const log = logFile(home, 'supervisor');
  note(home, 'info', 'migrating');
  const before = fileSize(log);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [entry, 'migrate'], { env, stdio: ['ignore', output, output] });
  closeSync(output);
  const [code, killer] = (await once(child, 'exit')) as [number | null, string | null];
  if (code === 0) return;
  const lines = tailOf(log, LINES_SHOWN, before).map((line) => {
    const { msg, extra } = parseLine(line);
    return `    ${msg}${extra ? ` ${extra}` : ''}`;
  });
  throw new HostError(
    [`The database could not be brought up to date (${killer ?? `exit code ${code}`}):`, ...lines].join('\n'),
    'Nothing was half applied: each migration is one transaction. Remove the cause named above and start again.',
  );
}
