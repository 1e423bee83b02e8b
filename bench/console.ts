/**
 * The console in a real Chromium, by the browser's own timings and with nothing kept: home is painted within 1.2 s and
 * answers within 100 ms, and a book of 100,000 contacts opens within 200 ms, is searched within 200 ms, and leaves memory flat.
 * `./smarteros bench console [contacts] [rounds]`; needs the console's packages and Chromium (`./smarteros test console`).
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { claim, median, say } from './lib/rounds.ts';
import { startConsole } from './lib/console.ts';

const FIGURES = join(import.meta.dirname, '../console/e2e/figures.ts');
/** As console/e2e/figures.ts says it. */
interface Figure {
  readonly name: string;
  readonly values: readonly number[];
  readonly unit: string;
  readonly limit?: number;
}

const here = await startConsole();

function tell({ name, values, unit, limit }: Figure): void {
  const middle = median(values);
  if (limit === undefined) say(name, middle, unit);
  else claim(name, middle, { atMost: limit }, unit);
  if (values.length > 1) say(`${name}, worst of ${values.length}`, Math.max(...values), unit);
}

try {
  const figures = spawn(process.execPath, [FIGURES, ...process.argv.slice(2)], {
    env: here.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: figures.stdout })) tell(JSON.parse(line) as Figure);
  const [code] = figures.exitCode === null ? await once(figures, 'exit') : [figures.exitCode];
  assert.equal(code, 0, 'the browser’s part failed');
} finally {
  here.stop();
}
