import type { Readable, Writable } from 'node:stream';
import type { Language } from '#core/errors.ts';
import type { Compiled } from '#kernel/types.ts';
import type { Options } from './options.ts';

/** What the command line needs of an operation: no validators, so nobody has to compile them for a `--help`. */
export type Command = Pick<
  Compiled,
  'operation' | 'method' | 'path' | 'pathParams' | 'inputSchema' | 'outputSchema' | 'secretFields'
>;

export interface CliConfig {
  /** Where the API is, without a closing slash. */
  readonly url: string;
  readonly key?: string | undefined;
  /** Keeps the grants' cache. */
  readonly home: string;
  /** Read only when it is needed: the file is the operator's alone. */
  readonly operatorKey: () => string | undefined;
  readonly language: Language;
}

/** A stream as the terminal gives it; tests hand in plain ones. */
export type Output = Writable & { readonly hasColors?: () => boolean };
export type Input = Readable & { readonly isTTY?: boolean };

export interface CliEnv {
  readonly catalogue: { readonly operations: readonly Command[] };
  readonly config: CliConfig;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: Input;
  /** Whether stdout is a terminal: only then are answers fitted to its width. */
  readonly isTTY: boolean;
  readonly columns?: number | undefined;
  /** Shown by `--version`. */
  readonly version?: string;
}

/** One command on its way: what the person asked for, read and checked. */
export interface Call {
  readonly command: Command;
  /** The words it was called by, e.g. `contacts create`. */
  readonly called: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: Options;
  readonly env: CliEnv;
  readonly url: string;
}

export const EXIT = {
  ok: 0,
  /** The API answered with an error, or the person said no. */
  error: 1,
  /** The command itself is wrong; nothing was sent. */
  usage: 2,
  /** There was no answer. */
  unreachable: 3,
} as const;

/** A mistake in the command line. `hints` are the lines that say how to go on. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hints: readonly string[];

  constructor(message: string, ...hints: string[]) {
    super(message);
    this.hints = hints;
  }
}
