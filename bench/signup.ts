/**
 * From "send code" to the first call in a company of one's own: at most 2 s of machine time, through a running
 * `./smarteros up` and its command line, as a script of a newcomer would do it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './lib/port.ts';
import { claim, median, say } from './lib/rounds.ts';

const LIMIT_S = 2;
const ROUNDS = 5;
const LOOK_MS = 20;
const PATIENCE_MS = 10_000;
const PROJECT = dirname(import.meta.dirname);

const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
// The database's own user has to pass through.
chmodSync(home, 0o755);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const smarteros = (...args: string[]): string =>
  execFileSync(join(PROJECT, 'smarteros'), args, {
    env: { ...process.env, SMARTEROS_HOME: home, SMARTEROS_PORT: String(port) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function ask<T>(route: string, body?: object, token?: string): Promise<T> {
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
}

/** The code, as soon as the development sender has it. */
async function codeFor(phone: string): Promise<string> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_MS)) {
    const sent = JSON.parse(smarteros('messages', '--json')) as { to: string; text: string }[];
    const text = sent.findLast(({ to }) => to === phone)?.text;
    if (text) return /\d{6,}/.exec(text)![0];
  }
  throw new Error('no code came');
}

/** A valid RUT that no earlier round took. */
function rut(round: number): string {
  const body = String(50_000_000 + round);
  const sum = [...body].toReversed().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  return `${body}-${'0123456789K0'[(11 - (sum % 11)) % 11]}`;
}

async function signUp(round: number): Promise<number> {
  const phone = `+5698765${String(4300 + round)}`;
  const begin = performance.now();
  await ask('POST /auth/otp/send', { phone });
  const code = await codeFor(phone);
  const { accessToken } = await ask<{ accessToken: string }>('POST /auth/otp/verify', { phone, code });
  await ask('POST /tenants', { taxId: rut(round), name: `Empresa ${round}` }, accessToken);
  await ask('GET /contacts', undefined, accessToken);
  return (performance.now() - begin) / 1000;
}

try {
  smarteros('up', '--detach');
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push(await signUp(round));
  say('the first one', seconds[0]!, 's');
  claim('send → verify → company → first call', median(seconds), { atMost: LIMIT_S }, 's');
} finally {
  smarteros('down');
  rmSync(home, { recursive: true, force: true });
}
