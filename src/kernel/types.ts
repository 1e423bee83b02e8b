import type { ValidateFunction } from 'ajv';
import type { Actor } from '#core/actor.ts';
import type { Client } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import type { LimitState } from '#platform/limits.ts';
import type { Operation, Reserved } from '#core/operation.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** An operation with everything that is derived from it once, at boot. */
export interface Compiled {
  readonly operation: Operation;
  readonly method: string;
  /** Route path with `{id}` placeholders. */
  readonly path: string;
  readonly pathParams: readonly string[];
  /** JSON Schema 2020-12 of the input (as callers send it) and of the output, self-contained; made at first use. @throws Error for a definition that can’t be served */
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly validateInput: ValidateFunction;
  /** The same for values that arrive as text (path and query): numbers and booleans are coerced. */
  readonly validateText: ValidateFunction;
  readonly validateOutput: ValidateFunction;
  /** Output properties that are shown once and never stored. */
  readonly secretFields: readonly string[];
}

export interface Catalogue {
  readonly operations: readonly Compiled[];
  /** By dotted name or alias, or by MCP name (`contacts_create`). */
  find(name: string): Compiled | undefined;
  /** Every scope that some operation asks for, and the levels below it. */
  readonly scopes: readonly string[];
}

/** A caller that passed limits and authentication. */
export interface Caller {
  readonly actor: Actor;
  readonly client: Client;
  readonly limit: LimitState;
  /** True when it is to be confirmed unless the database is asked. */
  readonly old?: true;
  /** Looks a person up anew: what a believed login may not do, it may have been allowed since. */
  readonly again?: () => Promise<Actor | null>;
  /** Who the token belongs to by now, for what lasts: at most a few seconds old. Null when it is dead. */
  readonly now?: () => Promise<Actor | null> | Actor | null;
}

/** What a surface knows of a caller before anything is proved. */
export interface Knock {
  readonly ip: string;
  readonly token: string | undefined;
  /** The company that a person with several means (X-Smarteros-Tenant): a slug. */
  readonly tenant?: string | undefined;
  readonly agent?: string | undefined;
  readonly language?: Language;
  /** What follows is an operation inside a company, so that the database is asked about the credential anyway. */
  readonly entering?: boolean;
}

export interface Call extends Reserved {
  readonly operation: Compiled;
  readonly caller: Caller;
  readonly input: unknown;
  /** True when the values arrived as text (GET and DELETE over REST). */
  readonly text?: boolean;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** What an operation answered. `text` is the answer as JSON, made once for every surface. */
export interface Outcome {
  readonly text: string;
  readonly version: number | undefined;
  /** HTTP status, when the operation decides it by its answer. */
  readonly status?: number;
  /** Token of the browser's new session; null ends the one it has. */
  readonly session?: string | null;
  /** True when a stored answer was given again. */
  readonly replayed: boolean;
}

export interface Kernel {
  readonly catalogue: Catalogue;
  /**
   * Limits and authentication of one request, whatever the surface.
   * @throws AppError rate_limited (with Retry-After), unauthenticated for a bad token; no token at all is the
   * anonymous actor. `limit` of a failure travels in `error.options.headers`. Answered at once for a believed token.
   */
  admit(knock: Knock): Caller | Promise<Caller>;
  /**
   * Asks the database whether credential and company are live right now, for whoever lets somebody in without calling
   * an operation. @throws AppError unauthenticated, tenant_suspended, unavailable
   */
  confirm(actor: Actor): Promise<void>;
  /** True when the actor meets the operation's access rule: what lists show and calls allow. */
  allows(actor: Actor, operation: Operation): boolean;
  /** Parse → authorise → run in one transaction → parse output → render. @throws AppError */
  run(call: Call): Promise<Outcome>;
}
