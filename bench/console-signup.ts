/**
 * From the login page to a home that can be worked with, at human pace in a real Chromium: at most three minutes, typing,
 * a slip in the RUT and reading included. On a phone and at a desk; what the machine itself takes stands apart.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { claim, say } from './lib/rounds.ts';
import { startConsole } from './lib/console.ts';

const LIMIT_S = 180;
const WALK = join(import.meta.dirname, '../console/e2e/signup-pace.ts');

const here = await startConsole();
try {
  const printed = execFileSync(process.execPath, [WALK], {
    env: here.env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken = JSON.parse(printed) as Record<string, { whole: number; machine: number }>;
  for (const [size, { whole, machine }] of Object.entries(taken)) {
    say(`of it, the machine's (${size})`, machine, 's');
    claim(`sign-up to a usable home, at human pace (${size})`, whole, { atMost: LIMIT_S }, 's');
  }
} finally {
  here.stop();
}
