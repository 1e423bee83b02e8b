import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeFolder, writeWhole } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import type { Failure } from '#host/state.ts';

/** How an engine that isn't ours is run; `native prepare` writes it. Holds no secret: those are files of their own. */
export interface NativeProcess {
  /** Of node. */
  readonly args: readonly string[];
  /** All that it sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** On loopback. */
  readonly port: number;
  /** A path that answers 200 with JSON once it is ready. */
  readonly health: string;
}

/** What `native prepare` and `native connect` say on their standard output, a line of JSON each. */
export type NativeWord = { readonly step: string } | { readonly failure: Failure };

export const nativesFolder = (home: string): string => join(home, 'engines');
/** Of one engine: its process's working folder, by which it is known when its supervisor was killed. */
export const nativeFolder = (home: string, name: string): string => join(nativesFolder(home), name);

const wantedFile = (home: string): string => join(nativesFolder(home), 'wanted.json');
const processFile = (home: string, name: string): string => join(nativeFolder(home, name), 'process.json');

/** The engines that `up` starts here. */
export function wantedNatives(home: string): string[] {
  return existsSync(wantedFile(home)) ? (JSON.parse(readFileSync(wantedFile(home), 'utf8')) as string[]) : [];
}

export function wantNatives(home: string, names: readonly string[]): void {
  makeFolder(nativesFolder(home));
  writeWhole(wantedFile(home), `${JSON.stringify(names)}\n`);
}

export const readNative = (home: string, name: string): NativeProcess =>
  JSON.parse(readFileSync(processFile(home, name), 'utf8')) as NativeProcess;

export function writeNative(home: string, name: string, one: NativeProcess): void {
  writeWhole(processFile(home, name), `${JSON.stringify(one, null, 2)}\n`);
}

/** Names of all that were ever prepared here. */
export const knownNatives = (home: string): string[] =>
  existsSync(nativesFolder(home))
    ? readdirSync(nativesFolder(home)).filter((name) => existsSync(processFile(home, name)))
    : [];

/**
 * Has `main.ts native <verb> <names>` do its part, in a process of its own: what it needs is no part of the supervisor.
 * @throws HostError what it says went wrong
 */
export async function runNative(
  entry: string,
  verb: 'prepare' | 'connect',
  names: readonly string[],
  env?: NodeJS.ProcessEnv,
  step: (text: string) => void = () => undefined,
): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [entry, 'native', verb, ...names], {
    ...(env && { env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let failure: Failure | undefined;
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2_000)));
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => {
    const word = parse(line);
    if (word && 'step' in word) step(word.step);
    else if (word) failure = word.failure;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (failure) throw new HostError(failure.what, failure.remedy);
  if (code !== 0)
    throw new HostError(
      `${names.join(', ')} could not be set up: ${said.trim() || `exit code ${code}`}`,
      'See ./smarteros logs.',
    );
}

function parse(line: string): NativeWord | undefined {
  try {
    return JSON.parse(line) as NativeWord;
  } catch {
    return undefined;
  }
}
