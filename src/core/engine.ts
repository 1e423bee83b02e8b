import type { z } from 'zod';
import type { TenantRef } from './actor.ts';
import type { Blueprint } from './blueprint.ts';
import type { Capabilities } from './capabilities.ts';
import type { Clock } from './clock.ts';
import type { Log } from './context.ts';
import type { Native } from './native.ts';
import type { Text } from './personal-data.ts';
import type { ContactsDefinition } from './engine-contacts.ts';
import type { HookDefinition } from './engine-hooks.ts';
import type { PeopleDefinition } from './engine-people.ts';

/** Ids and names as they are kept: JSON, nothing secret. */
export type State = Readonly<Record<string, unknown>>;
/** Credentials: texts by name. They live in the secret store and in memory, nowhere else. */
export type Secrets = Readonly<Record<string, string>>;

/** A company's way to an instance of an engine. */
export interface Link {
  readonly instanceId: string;
  /** Base address, without a slash at its end. */
  readonly url: string;
  /** The operator vouches for the address; any other is a stranger's and must lead to the public internet. */
  readonly trusted: boolean;
  /** The operator's, for many companies; else the company's own. */
  readonly shared: boolean;
  /** As the instance said itself when it was connected. */
  readonly version: string | null;
  /** Of the instance: what its `settings` schema says. */
  readonly settings: State;
  /** Of the instance: what its `credentials` schema says. Of a shared one they open every company's part. */
  readonly credentials: Secrets;
  /** Of this company in it: what the steps of provisioning found or made. */
  readonly state: State;
  /** Of this company in it, e.g. its user's key. */
  readonly secrets: Secrets;
}

export interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the base address on, with its query; begins with a slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes as it is; anything else as JSON. */
  readonly body?: unknown;
  /** Milliseconds for one try; at most what is left of the call. */
  readonly timeoutMs?: number;
  /**
   * Doing it twice harms nobody: it is repeated after trouble on the way, and its outcome never counts as unknown. GET
   * is so anyway.
   */
  readonly harmless?: boolean;
  readonly maxResponseBytes?: number;
}

export interface EngineResponse {
  /** Any status, 3xx too: redirects are never followed. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /**
   * @throws AppError engine_unreachable when it isn't JSON by its content type or its text: a page of a proxy, half an
   * answer; engine_outcome_unknown when the request may have changed something
   */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what an engine answers has the shape that its caller names
  json<T = unknown>(): T;
}

/** All that code of an engine may touch. */
export interface EngineCtx {
  readonly link: Link;
  readonly tenant: TenantRef;
  /** Stands in our log, trace and audit as well. */
  readonly requestId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /**
   * One request to the instance, in the time that the call has left.
   * @throws AppError engine_unreachable (nothing was changed) or engine_outcome_unknown (it may have been)
   */
  http(request: EngineRequest): Promise<EngineResponse>;
}

/** What a step found or made; merged into the company's state and secrets. A null secret is forgotten. */
export interface Found {
  readonly state?: State;
  readonly secrets?: Readonly<Record<string, string | null>>;
}

/** A company as an engine's steps see it. */
export interface Company {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  /** Canonical, e.g. 12345678-5. */
  readonly taxId: string;
  readonly language: 'es' | 'en';
}

/** What an engine has to know to let people in by our login. All of it is this company's alone. */
interface EngineLogin {
  /** What we call ourselves there, e.g. OAuth's client id. */
  readonly clientId: string;
  /** Page of ours that its own login page sends people to, with `redirect_uri` and `state` (OAuth 2, implicit). */
  readonly page: string;
  /** Answers `{sub, name, email}` to whoever shows a ticket (as bearer token, or `access_token` in the query), once. */
  readonly userinfo: string;
}

export interface StepCtx extends EngineCtx {
  readonly company: Company;
  /** Where the engine may tell us things: base address of its incoming webhooks, with the company's token in it. */
  readonly hookUrl: string;
  /** An address of ours that people log in with. */
  readonly publicUrl: string;
  readonly login: EngineLogin;
  /** A new random secret, URL-safe, of `bytes` (32). */
  random(bytes?: number): string;
}

/**
 * One thing that is to be so in the engine. The reconciler looks first and acts only where the look says so; it keeps
 * what was found after each step, and begins anew after a crash: whatever `apply` makes must be found by `observe`,
 * even when nobody kept its id.
 */
export interface Step {
  readonly name: string;
  readonly title: Text;
  /** What is there; null when it has to be done. Changes nothing. */
  readonly observe: (ctx: StepCtx) => Promise<Found | null>;
  readonly apply: (ctx: StepCtx) => Promise<Found>;
  /** Takes away what can't be brought back: planned and confirmed first, and never a cure for drift. */
  readonly destructive?: true;
  /** Milliseconds for `apply`; 30,000. */
  readonly timeoutMs?: number;
}

/** What a company can want of an engine; suspended: nobody gets in, and nothing is lost. */
export type Wanted = 'present' | 'suspended' | 'absent';

/** The steps to each state that can be wanted. Resuming is `present` again. */
export interface Provisioner {
  readonly present: readonly Step[];
  readonly suspended: readonly Step[];
  readonly absent: readonly Step[];
  /** Companies that one instance is worked on for at a time; 4. */
  readonly atATime?: number;
}

/** What a look at an instance found. */
export interface Discovery {
  readonly version: string;
  /** e.g. `json2`, `sso`: what differs between versions and set-ups. */
  readonly capabilities: readonly string[];
  /** Merged into the instance's settings. */
  readonly settings?: State;
}

/** How instances of an engine are reached, and what companies get in them. */
export interface Connector {
  /** Of an instance; strict objects of texts, each with its description. */
  readonly credentials: z.ZodObject;
  /** Of an instance; a strict object. */
  readonly settings: z.ZodObject;
  /** From the kept names of PRODUCT §5, for the operator's own instance; undefined when they aren't there. */
  readonly adopt?: (
    env: Readonly<Record<string, string | undefined>>,
  ) => { readonly url: string; readonly credentials: Secrets; readonly settings: State } | undefined;
  /** Tests address and credentials and reads the version. `link.state` is empty. @throws AppError engine_… */
  readonly discover: (ctx: EngineCtx) => Promise<Discovery>;
  /**
   * Makes in a shared instance what each company's steps would else wait for, e.g. a model to copy. Called when it was
   * connected; bears repeating, and steps do without it.
   */
  readonly prepare?: {
    /** Milliseconds. */
    readonly timeoutMs: number;
    readonly run: (ctx: EngineCtx & { readonly company: Pick<Company, 'country'> }) => Promise<void>;
  };
  readonly provisioner?: Provisioner;
  readonly people?: PeopleDefinition;
  readonly hooks?: HookDefinition;
  readonly contacts?: ContactsDefinition;
}

/** A system of its own that SmarterOS connects. Everything it knows of the engine stands in one folder. */
export interface EngineDefinition {
  /** As in `/health`, e.g. `chatwoot`. */
  readonly name: string;
  readonly title: string;
  /** Settings without which the operator's own instance counts as not configured. */
  readonly settings: readonly string[];
  /** What the operator's own instance does for features. Made once at boot when all settings are there. */
  readonly connect?: (settings: Readonly<Record<string, string>>) => Partial<Capabilities>;
  readonly blueprint?: Blueprint;
  readonly connector?: Connector;
  /** How it runs as a process of ours, where it can. */
  readonly native?: Native;
  /** Its operations are also an MCP server of their own: in a sentence of at most 100 characters, what it is for. */
  readonly mcpServer?: string;
}

export function defineEngine(definition: EngineDefinition): EngineDefinition {
  return definition;
}
