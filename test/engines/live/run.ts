/**
 * `./smarteros test engines [name…]`: the contracts of the connectors against real engines. What has a public package
 * is installed, once, outside of the project; the others say why they are only played. No part of `./smarteros test`:
 * the first run takes some ten minutes and 2 GB.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { install as installOdoo } from '#test/engines/odoo/live.ts';
import { installN8n } from './n8n.ts';
import { installPostgrest } from './postgrest.ts';

interface Engine {
  readonly name: string;
  readonly title: string;
  /** Puts it on this machine. Answers, or throws, why it can't be had here. */
  readonly install?: () => Promise<unknown>;
  /** Why it is only played. */
  readonly played?: string;
}

const NO_PACKAGE = 'it has no public package';
const ENGINES: readonly Engine[] = [
  {
    name: 'odoo',
    title: 'Odoo 19',
    install: async () => {
      const reason = installOdoo();
      if (reason !== undefined) throw new Error(reason);
    },
  },
  { name: 'odoo-older', title: 'Odoo 16, 17, 18', played: NO_PACKAGE },
  { name: 'n8n', title: 'n8n 1.121.3', install: installN8n },
  { name: 'supabase', title: 'Supabase (PostgREST 12.0.2)', install: installPostgrest },
  { name: 'chatwoot', title: 'Chatwoot', played: NO_PACKAGE },
  { name: 'botpress', title: 'Botpress', played: NO_PACKAGE },
  { name: 'metabase', title: 'Metabase', played: NO_PACKAGE },
  { name: 'vault', title: 'Vault', played: NO_PACKAGE },
];

const PROJECT = join(import.meta.dirname, '../../..');
const TEST_LIMIT_MS = 5 * 60_000;
const NAME_WIDTH = 28;
const REASON_MAX_CHARS = 200;

const wanted = process.argv.slice(2);
process.chdir(PROJECT);

type Outcome = { readonly ok: boolean; readonly text: string };

const since = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`;

async function runSuite(files: readonly string[]): Promise<{ ok: boolean; tests: number }> {
  const args = ['--test', '--test-concurrency=1', `--test-timeout=${TEST_LIMIT_MS}`, ...files];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  // A suite that has nothing in it proves nothing.
  const tests = Number(/^ℹ pass (\d+)$/m.exec(output)?.[1] ?? 0);
  return { ok: code === 0 && tests > 0, tests };
}

async function perform({ name, install, played }: Engine): Promise<Outcome> {
  if (!install) return { ok: true, text: `stand-in, because ${played}` };
  const start = Date.now();
  try {
    await install();
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).slice(0, REASON_MAX_CHARS);
    return { ok: true, text: `stand-in, because ${why.split('\n')[0]}` };
  }
  const installed = since(start);
  const files = globSync(`test/engines/${name}/*.live.ts`);
  if (files.length === 0) return { ok: false, text: 'installed, but no contract is held against it' };
  const begun = Date.now();
  const { ok, tests } = await runSuite(files);
  return {
    ok,
    text: `${ok ? 'live' : 'live, and FAILED'}: ${tests} tests in ${since(begun)} (installed in ${installed})`,
  };
}

const results: [Engine, Outcome][] = [];
for (const engine of ENGINES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
  results.push([engine, await perform(engine)]);
console.log('');
for (const [{ title }, { ok, text }] of results)
  console.log(`${ok ? '✓' : '✗'} ${title.padEnd(NAME_WIDTH)} ${text}`);
process.exitCode = results.length > 0 && results.every(([, { ok }]) => ok) ? 0 : 1;
