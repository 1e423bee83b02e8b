import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Native } from '#core/native.ts';
import { makeFolder } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { knownNatives, nativeFolder, nativesFolder, readNative, writeNative } from '#host/natives.ts';
import { installPackages, isInstalled } from '#host/packages.ts';
import { childEnv, type Config, loadConfig } from '#platform/config.ts';
import { ensureOwnDatabase } from '#platform/db/own-database.ts';
import { say, type NativeEngine } from './index.ts';

/** A port and the one after it belong to an engine; others of its kind begin here and there. */
const PORT_STEP = 10;
const PORT_TRIES = 50;
/** What an engine logs in to its database with; beside the secrets that it asks for. */
const DATABASE_SECRET = 'database';
const DATABASE_SECRET_BYTES = 32;

/** Files of generated secrets, made once. They are as precious as the data that they open. */
export function secretFiles(home: string, name: string, secrets: Native['secrets']): Record<string, string> {
  const folder = join(nativeFolder(home, name), 'secrets');
  makeFolder(folder);
  return Object.fromEntries(
    Object.entries(secrets).map(([secret, bytes]) => {
      const file = join(folder, secret);
      if (!existsSync(file)) {
        const value = randomBytes(bytes).toString('base64url');
        writeFileSync(file, value, { mode: 0o600, flag: 'wx' });
      }
      return [secret, file];
    }),
  );
}

export const readSecrets = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readFileSync(file, 'utf8').trim()]));

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** Where it listened before, if it can: addresses of webhooks hang on it. */
async function choosePort(home: string, name: string, native: Native): Promise<number> {
  const before = knownNatives(home).includes(name) ? [readNative(home, name).port] : [];
  const others = Array.from({ length: PORT_TRIES }, (_, n) => native.port + n * PORT_STEP);
  for (const port of [...before, ...others])
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new HostError(
    `No port is free for ${name}, from ${native.port} on.`,
    'End what listens there, then start again.',
  );
}

async function prepareOne(config: Config, { name, title, native }: NativeEngine): Promise<void> {
  const { home, databaseUrl } = config;
  const packages = join(nativesFolder(home), 'packages', `${name}-${native.version}`);
  if (!isInstalled(packages, native)) say({ step: `Installing ${title} ${native.version} (some minutes)` });
  await installPackages(packages, native, `${title} ${native.version}`, childEnv(config));
  say({ step: `Preparing ${title}` });
  const admin = new URL(databaseUrl!);
  const database = { host: admin.searchParams.get('host')!, name: `engine_${name}`, user: `engine_${name}` };
  const data = nativeFolder(home, name);
  makeFolder(data);
  const { [DATABASE_SECRET]: passwordFile = '', ...files } = secretFiles(home, name, {
    ...native.secrets,
    [DATABASE_SECRET]: DATABASE_SECRET_BYTES,
  });
  await ensureOwnDatabase(databaseUrl!, database.name, readFileSync(passwordFile, 'utf8'));
  const port = await choosePort(home, name, native);
  const place = {
    data,
    port,
    url: `http://127.0.0.1:${port}`,
    database: { ...database, passwordFile },
    secretFiles: files,
  };
  writeNative(home, name, {
    args: [join(packages, native.program), ...native.args],
    env: {
      // Its own children ask for node by name, and must get ours.
      PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      HOME: data,
      ...native.environment(place),
    },
    port,
    health: native.health,
  });
}

/** Installs engines, makes their databases and secrets, and writes down how they are run. */
export async function prepare(engines: readonly NativeEngine[]): Promise<void> {
  const config = loadConfig();
  for (const engine of engines) await prepareOne(config, engine);
}
