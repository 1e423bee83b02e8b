/**
 * `./smarteros bench [name] [args…]`: runs `bench/<name>.ts`, or lists what there is. A bench measures one claim and
 * prints lines of `name: value unit`.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const benches = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((one) => one !== 'run' && !one.endsWith('.test'))
  .toSorted();

if (name !== undefined && benches.includes(name)) {
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  if (name !== undefined) console.log(`There is no bench named ${name}.\n`);
  console.log('Usage: ./smarteros bench <name> [args…]\n');
  for (const one of benches) console.log(`  ${one.padEnd(20)} ${about(one)}`);
  process.exitCode = name === undefined ? 0 : 1;
}

/** The first line of the bench's doc comment. */
function about(bench: string): string {
  const text = readFileSync(join(import.meta.dirname, `${bench}.ts`), 'utf8');
  return text.match(/\/\*\*[\s*]*(.*?)\s*(?:\*\/|\n)/)?.[1] ?? '';
}
