import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const LAUNCHER = join(import.meta.dirname, '../../smarteros');
const WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** Where the console under test is: the installation of SMARTEROS_HOME. */
export const baseUrl = (): string => JSON.parse(smarteros('status', '--json')).api.url;

export const smarteros = (...args: string[]): string =>
  execFileSync(LAUNCHER, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

interface Message {
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

/** The newest message to a number after a moment that has something in it. */
export async function messageFor(phone: string, after: Date, wanted: RegExp): Promise<string> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
    const answer = JSON.parse(smarteros('messages', '--json')) as { data: Message[] } | Message[];
    const all = Array.isArray(answer) ? answer : answer.data;
    const found = all.findLast(
      ({ to, at, text }) => to === phone && new Date(at) >= after && wanted.test(text),
    );
    if (found) return found.text;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error(`No message for ${phone}`);
}

const CODE = /\b\d{6}\b/;

export const codeFor = async (phone: string, after: Date): Promise<string> =>
  CODE.exec(await messageFor(phone, after, CODE))![0];

/** Of a company that nobody has made yet. */
export function freshRut(): string {
  const body = String(76_000_000 + Math.floor(Math.random() * 900_000));
  const sum = [...body].reverse().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  const rest = 11 - (sum % 11);
  return body + (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest));
}

export const freshPhone = (): string => `+569${Math.floor(10_000_000 + Math.random() * 89_999_999)}`;
