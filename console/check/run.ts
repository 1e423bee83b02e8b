/**
 * What can be said of the console without a browser: its messages and links, types where its packages are
 * installed, weight where it is built: `node console/check/run.ts [site folder]`. A browser's part is e2e/run.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECT_FORMS } from '../areas/engines/connect-fields.ts';
import { BUDGET_KB, weigh } from './budget.ts';
import { messageFindings } from './messages.ts';

const CONSOLE = join(import.meta.dirname, '..');
const [site] = process.argv.slice(2);

function types(): string[] {
  const compiler = join(CONSOLE, '../node_modules/typescript-native/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', CONSOLE], { encoding: 'utf8' });
  return status === 0 ? [] : stdout.trim().split('\n');
}

interface Known {
  readonly name: string;
  readonly connector?: Readonly<Record<'credentials' | 'settings', { readonly shape: object }>>;
}

/** By a path that the compiler doesn't follow: what the server is made of is compiled by other rules. */
const server = (path: string): Promise<unknown> => import(join(CONSOLE, '../src', path));

/** What the form for an instance of one's own asks for is what its connector takes. */
async function forms(): Promise<string[]> {
  const { ENGINES } = (await server('app/engines.ts')) as { readonly ENGINES: readonly Known[] };
  const connectors = new Map(
    ENGINES.flatMap(({ name, connector }) => (connector ? [[name, connector]] : [])),
  );
  const missing = [...connectors.keys()].filter((name) => CONNECT_FORMS[name] === undefined);
  return [
    ...missing.map((name) => `areas/engines/connect-fields.ts: there is no form for ${name}`),
    ...Object.entries(CONNECT_FORMS).flatMap(([engine, { fields }]) =>
      fields
        .filter((field) => !Object.hasOwn(connectors.get(engine)?.[field.in].shape ?? {}, field.name))
        .map(({ name }) => `areas/engines/connect-fields.ts: ${engine} takes no ${name}`),
    ),
  ];
}

/** Two areas behind the same key: the second can't be reached by it. */
function keys(): string[] {
  const seen = new Map<string, string>();
  return globSync('areas/*/area.ts', { cwd: CONSOLE }).flatMap((file) => {
    const key = /^ {2}key: '(.+)',$/m.exec(readFileSync(join(CONSOLE, file), 'utf8'))?.[1];
    const other = key !== undefined && seen.get(key);
    if (key !== undefined) seen.set(key, file);
    return other ? [`${file}: ${other} has the key ${key} already`] : [];
  });
}

/** Links that don't name their company lead into another one from a new tab: Next's own are for pages on the way in. */
function links(): string[] {
  const own = new Set(['components/ui/link.tsx', 'lib/session/router.ts', 'components/shell/shell.tsx']);
  return globSync('{app,areas,components,lib}/**/*.{ts,tsx}', { cwd: CONSOLE }).flatMap((file) => {
    const next = /from 'next\/link'|import \{[^}]*\buseRouter\b[^}]*\} from 'next\/navigation'/;
    const isOwn = own.has(file) || file.startsWith('components/entry/') || file.startsWith('areas/setup/');
    return isOwn || !next.test(readFileSync(join(CONSOLE, file), 'utf8'))
      ? []
      : [`${file}: links are components/ui/link.tsx, the router is lib/session/router.ts`];
  });
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
  forms,
  keys,
  links,
  ...(site !== undefined && { weight }),
};
const results: boolean[] = [];
for (const [name, check] of Object.entries(checks)) {
  const findings = await check();
  console.log(`${findings.length === 0 ? '✔' : '✖'} ${name}`);
  for (const finding of findings) console.log(`  ${finding}`);
  results.push(findings.length === 0);
}
const failed = results.filter((ok) => !ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
