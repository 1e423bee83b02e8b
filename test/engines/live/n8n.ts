import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeHttp } from '#core/native.ts';
import { native } from '#engines/n8n/native.ts';
import { installPackages } from '#host/packages.ts';
import { createDatabase } from '#test/harness/cluster.ts';
import { ENGINES_CACHE, freePort, type Live, startLive } from './process.ts';

const START_MS = 120_000;
const CLAIM_TRIES = 30;
const CLAIM_WAIT_MS = 1_000;

/** Installs n8n (1.5 GB, some minutes) unless it is there. @throws HostError when that can't be done */
export async function installN8n(): Promise<string> {
  const folder = join(ENGINES_CACHE, `n8n-${native.version}`);
  await installPackages(folder, native, 'n8n', process.env);
  return folder;
}

/** The real n8n on loopback over a database of its own, with an owner and a key. */
export async function startN8n(): Promise<Live & { readonly credentials: Readonly<Record<string, string>> }> {
  const folder = await installN8n();
  const port = await freePort();
  const database = await createDatabase({ empty: true });
  const data = mkdtempSync(join(tmpdir(), 'smarteros-n8n-data-'));
  const encryption = join(data, 'encryption');
  writeFileSync(encryption, 'key of a test', { mode: 0o600 });
  const passwordFile = join(data, 'database');
  writeFileSync(passwordFile, 'asked for by nobody here', { mode: 0o600 });
  const url = `http://127.0.0.1:${port}`;
  const socket = new URL(database.url);
  const live = await startLive({
    name: 'n8n',
    program: process.execPath,
    args: [join(folder, native.program), ...native.args],
    env: {
      ...native.environment({
        data,
        port,
        url,
        database: {
          host: socket.searchParams.get('host')!,
          name: socket.pathname.slice(1),
          user: socket.username,
          passwordFile,
        },
        secretFiles: { encryption },
      }),
    },
    url,
    health: native.health,
    timeoutMs: START_MS,
  });
  const http: NativeHttp = async ({ method, path, headers, body }) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: await answer.text(),
    };
  };
  // It calls itself healthy some moments before its routes are there; `up` tries again as well.
  const claim = async (tries: number): Promise<Readonly<Record<string, string>>> => {
    try {
      return await native.claim(http, { owner: 'owner of a test' });
    } catch (error) {
      if (tries > 1) return sleep(CLAIM_WAIT_MS).then(() => claim(tries - 1));
      await live.stop();
      await database.drop();
      throw error;
    }
  };
  const credentials = await claim(CLAIM_TRIES);
  return {
    url,
    credentials,
    stop: async () => {
      await live.stop();
      await database.drop();
    },
  };
}
