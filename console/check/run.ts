/**
 * What can be said of the console without a browser: its messages, types where its packages are
 * installed, weight where it is built: `node console/check/run.ts [site folder]`. A browser's part is e2e/run.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUDGET_KB, weigh } from './budget.ts';
import { messageFindings } from './messages.ts';

const CONSOLE = join(import.meta.dirname, '..');
const [site] = process.argv.slice(2);

function types(): string[] {
  const compiler = join(CONSOLE, '../node_modules/typescript-native/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', CONSOLE], { encoding: 'utf8' });
  return status === 0 ? [] : stdout.trim().split('\n');
}

function weight(): string[] {
  const pages = weigh(site!);
  for (const { page, kilobytes } of pages) console.log(`  ${page.padEnd(24)} ${kilobytes} kB`);
  return pages
    .filter(({ kilobytes }) => kilobytes > BUDGET_KB)
    .map(({ page, kilobytes }) => `${page}: ${kilobytes} kB of scripts at first, at most ${BUDGET_KB}`);
}

const checks = {
  ...(existsSync(join(CONSOLE, 'node_modules/react')) && { types }),
  messages: messageFindings,
  ...(site !== undefined && { weight }),
};
const results = Object.entries(checks).map(([name, check]) => {
  const findings = check();
  console.log(`${findings.length === 0 ? '✔' : '✖'} ${name}`);
  for (const finding of findings) console.log(`  ${finding}`);
  return findings.length === 0;
});
const failed = results.filter((ok) => !ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
