import type { z } from 'zod';
import type { Scope } from './actor.ts';
import type { Ctx } from './context.ts';
import type { EngineCtx } from './engine.ts';
import type { Json } from './db.ts';
import type { ErrorCode } from './errors.ts';
import type { SessionReply } from './reply.ts';

type Effect = 'read' | 'write' | 'destroy';
/** How long a person's proof counts for operations with `stepUp`. */
export const STEP_UP_SECONDS = 600;

export type AccessRule =
  | { readonly scope: Scope }
  /** Anybody logged in, in a company or none. */
  | { readonly person: true }
  | { readonly operator: true };
/** `'public'`, or alternatives of which the caller must meet one. */
export type Access = 'public' | readonly AccessRule[];

/** A form by its id (without one: the operator's own), or a company's public pages by its slug or id. */
export type Door =
  | { readonly kind: 'form'; readonly id: string | undefined }
  | { readonly kind: 'tenant'; readonly id: string };

/** A literal call that is true in the example tenant; feeds docs, OpenAPI and the tests of every surface. */
export interface Example<I = unknown, O = unknown> {
  readonly title: string;
  readonly input: I;
  readonly output: O;
  /** Who calls; a key with all scopes of the example tenant unless said otherwise. */
  readonly as?: 'key' | 'operator' | 'person' | 'anonymous';
}

interface Common<I extends z.ZodType, O extends z.ZodType> {
  /** `category.verb`; MCP lists `category_verb`, the CLI `category verb`. */
  readonly name: `${string}.${string}`;
  /** Another name that CLI and MCP calls accept; never listed. */
  readonly alias?: `${string}.${string}`;
  readonly route: `${'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'} /${string}`;
  /** Another path that REST accepts, with all inputs in query or body; never listed. */
  readonly oldPath?: `/${string}`;
  /** One sentence in the imperative, with its full stop. */
  readonly summary: string;
  /** More words for docs and agents, Markdown. */
  readonly description?: string;
  /** What else people call it, in English and Spanish, where the summary and `find_tools` can't know: for finding only. */
  readonly words?: string;
  readonly access: Access;
  /** The public form, booking page … that a stranger's input names; it decides the tenant. Public operations only. */
  readonly door?: (input: z.output<I>) => Door;
  /** Runs over role identity, outside of any company: logins, and what people do about themselves. */
  readonly realm?: 'identity';
  /** A person needs a recent proof (second factor, or code when they have none): money, keys, roles, certificates. */
  readonly stepUp?: true;
  /**
   * The tenants that an act from outside of them is about: its audit row and events stand there as well, so that
   * their people see them.
   */
  readonly concerns?: (answer: z.output<O>) => string | readonly string[];
  /** HTTP status of an answer, where it isn't 200 or 201 (core/status.ts). */
  readonly status?: (answer: z.output<O>) => number;
  /** A strict object. ajv checks it from its JSON Schema, so zod's refinements and transforms don't run. */
  readonly input: I;
  readonly output: O;
  /** Codes beyond those that any operation can meet. */
  readonly errors?: readonly ErrorCode[];
  readonly examples: readonly Example<z.input<I>, z.output<O>>[];
  /** The answer's `version` becomes the ETag, and `ifVersion` (If-Match) is understood. */
  readonly versioned?: boolean;
  readonly run: (
    ctx: Ctx,
    input: z.output<I>,
  ) => Promise<z.output<O> | Json<z.output<O>> | SessionReply<z.output<O>>>;
}

type Audited =
  | { readonly effect: 'read'; readonly audit?: never }
  /** The action as it stands in the tenant's audit, e.g. `contact.created`. */
  | { readonly effect: 'write' | 'destroy'; readonly audit: string };

export type OperationDefinition<I extends z.ZodType, O extends z.ZodType> = Common<I, O> & Audited;

/** What `defineEngineOperation` (core/engine-operation.ts) takes; the category of its name is the engine's. */
export type EngineOperationParts<I extends z.ZodType, O extends z.ZodType> = Omit<
  Common<I, O>,
  'run' | 'realm' | 'door' | 'concerns' | 'versioned' | 'status'
> &
  Audited & {
    /** Milliseconds for the whole call; 15,000. */
    readonly timeoutMs?: number;
    /** What stands as target in the audit, e.g. a model; else the answer's or the input's `id`. */
    readonly target?: (input: z.output<I>) => string;
    /** Its answer's `url` may be shown in a frame of the console. */
    readonly framed?: true;
    readonly run: (ctx: EngineCtx, input: z.output<I>) => Promise<z.output<O>>;
  };

/** How the kernel runs an engine operation. */
export interface Outside {
  readonly engine: string;
  readonly timeoutMs?: number;
  readonly target?: (input: never) => string;
  readonly framed?: true;
  readonly run: (ctx: EngineCtx, input: never) => Promise<unknown>;
}

/** An operation whose types have been forgotten, as surfaces and kernel handle it. */
export interface Operation {
  readonly name: string;
  readonly alias?: string;
  readonly route: string;
  readonly oldPath?: string;
  readonly summary: string;
  readonly description?: string;
  readonly words?: string;
  readonly effect: Effect;
  readonly access: Access;
  readonly audit?: string;
  readonly door?: (input: never) => Door;
  readonly realm?: 'identity';
  readonly stepUp?: true;
  readonly concerns?: (answer: never) => string | readonly string[];
  readonly status?: (answer: never) => number;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly errors?: readonly ErrorCode[];
  readonly examples: readonly Example[];
  readonly versioned?: boolean;
  readonly run: (ctx: Ctx, input: never) => Promise<unknown>;
  /** Set for what an engine answers; then `run` is never called. */
  readonly outside?: Outside;
}

export function defineOperation<I extends z.ZodType, O extends z.ZodType>(
  definition: OperationDefinition<I, O>,
): Operation {
  return definition;
}

/** The inputs that every write understands on every surface (ARCHITECTURE §1). */
export interface Reserved {
  readonly dryRun?: boolean;
  readonly idempotencyKey?: string;
  readonly ifVersion?: number;
}

/** A change of a row that has a version. Making one is versioned too, but there is nothing to compare with yet. */
export const takesVersion = ({ versioned, effect, route }: Operation): boolean =>
  versioned === true && effect !== 'read' && route.includes('{');
