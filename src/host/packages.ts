import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';

/** npm packages that make up a program which isn't ours. */
export interface Packages {
  /** Versions by name, pinned. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** What their own dependencies get instead. */
  readonly overrides?: Readonly<Record<string, string>>;
}

const MANIFEST = 'package.json';
const OUTPUT_MAX_CHARS = 4_000;
/** No script of a package runs: what we install needs none, and a compiler is nothing that a machine must have. */
const NPM = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];

function explain(output: string, what: string): HostError {
  if (/ENOSPC|EDQUOT/.test(output))
    return new HostError(`The disk is too full for ${what}.`, 'Free at least 2 GB and try again.');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(output))
    return new HostError(
      `${what} could not be installed: the package registry can't be reached.`,
      "Check the network (and npm's proxy settings), then try again.",
    );
  return new HostError(
    `${what} could not be installed: ${output.trim() || 'npm said nothing'}`,
    'The message above names the cause; then try again.',
  );
}

/** Whether exactly these packages lie in a folder, whole. */
export function isInstalled(folder: string, packages: Packages): boolean {
  const manifest = join(folder, MANIFEST);
  return existsSync(manifest) && readFileSync(manifest, 'utf8') === describe(packages);
}

const describe = ({ dependencies, overrides = {} }: Packages): string =>
  `${JSON.stringify({ private: true, dependencies, overrides }, null, 2)}\n`;

/**
 * Installs packages into a folder of their own, unless they are there. They are brought together beside it and renamed,
 * so that a killed attempt leaves nothing that looks whole. `env` has the settings of npm (proxy, registry).
 * @throws HostError no network, disk full, no npm
 */
export async function installPackages(
  folder: string,
  packages: Packages,
  what: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (isInstalled(folder, packages)) return;
  makeFolder(dirname(folder));
  const staging = `${folder}.new`;
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    writeFileSync(join(staging, MANIFEST), describe(packages));
    await npm(staging, what, env);
    // npm may have written it anew in a manner of its own.
    writeFileSync(join(staging, MANIFEST), describe(packages));
    rmSync(folder, { recursive: true, force: true });
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function npm(folder: string, what: string, env: NodeJS.ProcessEnv): Promise<void> {
  // npm asks of packages whether they run with the Node that it runs with: that must be ours.
  const path = `${dirname(process.execPath)}:${env['PATH'] ?? ''}`;
  const child = spawn('npm', NPM, {
    cwd: folder,
    env: { ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-OUTPUT_MAX_CHARS);
    });
  let code: number | null;
  try {
    [code] = (await once(child, 'close')) as [number | null];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new HostError(
      `${what} comes by npm, and npm was not found.`,
      'Install Node 18 or newer with npm (for example: apt-get install nodejs npm).',
    );
  }
  if (code !== 0) throw explain(output, what);
}
