import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { identify } from '#host/processes.ts';
import { packSite } from './pack.ts';
import { copySources, hasSources, sitesFolder, sourcesHash } from './sources.ts';

/** Older ones may still be served to somebody. */
const SITES_KEPT = 3;
/** Of two cores, a person who waits for the API gets theirs first. */
const NICENESS = 10;
const OUTPUT_MAX_CHARS = 4_000;
const NPM = [
  'ci',
  '--omit=dev',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel=error',
];

/** For a person: what went wrong, and what to do. */
export class BuildError extends Error {}

/**
 * Builds the console of a project, unless that is done, and answers where its files are; undefined when there are no
 * sources. It is put together in a folder of its own and renamed, so that a killed attempt leaves nothing that looks whole.
 * @throws BuildError
 */
export async function buildConsole(
  project: string,
  home: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if (!hasSources(project)) return undefined;
  const folder = sitesFolder(project, home);
  const site = join(folder, `site-${sourcesHash(project)}`);
  if (existsSync(site)) return site;
  setPriority(NICENESS);
  forgetKilled(folder);
  const work = join(folder, `work-${process.pid}`);
  const leave = (): void => rmSync(work, { recursive: true, force: true });
  process.once('exit', leave);
  mkdirSync(work, { recursive: true });
  copySources(project, work);
  const inside = join(work, 'console');
  const path = `${dirname(process.execPath)}:${env['PATH'] ?? ''}`;
  const tools = { ...env, PATH: path, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: 'true' };
  await run('npm', NPM, inside, tools);
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], inside, tools);
  packSite(join(inside, 'out'), join(work, 'site'));
  // Another start may have been faster; what it made is the same.
  if (!existsSync(site)) renameSync(join(work, 'site'), site);
  leave();
  forgetOld(folder, site);
  return site;
}

/** Half a gigabyte each, of builders that could not clean up. */
function forgetKilled(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = /^work-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !identify(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function forgetOld(folder: string, current: string): void {
  const sites = readdirSync(folder)
    .filter((name) => name.startsWith('site-'))
    .map((name) => join(folder, name))
    .filter((path) => path !== current)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of sites.slice(SITES_KEPT - 1)) rmSync(path, { recursive: true, force: true });
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output = `${output}${chunk.toString()}`.slice(-OUTPUT_MAX_CHARS);
    });
  const [code] = (await once(child, 'close').catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new BuildError(`${program} was not found. Install Node 20 or newer with npm, then start again.`)
      : error;
  })) as [number | null];
  if (code !== 0)
    throw explain(
      output,
      program === 'npm' ? 'its packages could not be installed' : 'it could not be built',
    );
}

function explain(output: string, what: string): BuildError {
  if (/ENOSPC|EDQUOT/.test(output))
    return new BuildError(`${what}: the disk is full. Free 1 GB, then start again.`);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(output))
    return new BuildError(
      `${what}: the package registry can't be reached. Check the network (and npm's proxy settings), then start again.`,
    );
  return new BuildError(`${what}. The end of ./smarteros logs --process console names the cause.`);
}
