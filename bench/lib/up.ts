import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './port.ts';

const LOOK_MS = 20;
const PATIENCE_MS = 10_000;
const PROJECT = dirname(dirname(import.meta.dirname));

/** An installation of its own, as its operator and its people see it. */
export interface Here {
  readonly home: string;
  readonly url: string;
  smarteros(...args: string[]): string;
  /** @throws Error with what it answered, unless that is a success */
  ask<T>(route: string, body?: object, token?: string): Promise<T>;
  /** The code that the development sender has for a phone. */
  codeFor(phone: string): Promise<string>;
  operatorKey(): string;
  /** Ends it, and removes all that it kept. */
  stop(): void;
}

/** `settings`: of its environment, beside home and port. */
export async function startHere(settings: Readonly<Record<string, string>> = {}): Promise<Here> {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  // The database's own user has to pass through.
  chmodSync(home, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const smarteros = (...args: string[]): string =>
    execFileSync(join(PROJECT, 'smarteros'), args, {
      env: { ...process.env, ...settings, SMARTEROS_HOME: home, SMARTEROS_PORT: String(port) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  return {
    home,
    url,
    smarteros,
    async ask<T>(route: string, body?: object, token?: string): Promise<T> {
      const [method, path] = route.split(' ') as [string, string];
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async codeFor(phone) {
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_MS)) {
        const sent = JSON.parse(smarteros('messages', '--json')) as { to: string; text: string }[];
        const text = sent.findLast(({ to }) => to === phone)?.text;
        if (text) return /\d{6,}/.exec(text)![0];
      }
      throw new Error('no code came');
    },
    operatorKey: () => readFileSync(join(home, 'operator.key'), 'utf8').trim(),
    stop() {
      smarteros('down');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
