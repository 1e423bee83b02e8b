/**
 * Who is calling. Every credential (API key, operator's key, session …) is turned into an Actor by one of the
 * kernel's authenticators; from there on nobody asks how the caller logged in.
 */
export interface TenantRef {
  readonly id: string;
  readonly slug: string;
  readonly country: string;
  /** About to be deleted: its owner may read, and nobody may write. */
  readonly closing?: true;
}

/** What `core.enter` checks again in every transaction, so that revocation is immediate. */
export interface Credential {
  readonly kind:
    | 'key'
    | 'session'
    | 'oauth'
    | 'grant'
    | 'form'
    | 'job'
    | 'engines'
    | 'vault'
    | 'public'
    | 'closing'
    | 'person'
    | 'login'
    | 'operator';
  readonly id: string | null;
}

/** Somebody who is logged in. */
interface Person {
  /** The UGID. */
  readonly id: string;
  readonly sessionId: string;
  /** Epoch milliseconds of their last proof; sensitive acts ask for a recent one. */
  readonly steppedUpAt: number | null;
  /** True when they may also act as the operator. */
  readonly operator: boolean;
  /** Where they belong and as what. */
  readonly tenants: readonly { readonly slug: string; readonly name: string; readonly role: string }[];
}

export interface Actor {
  readonly kind: 'anonymous' | 'operator' | 'key' | 'grant' | 'job' | 'person' | 'agent' | 'vault';
  /** UUID of the key, grant … that acts; null for the operator and for strangers. */
  readonly id: string | null;
  /** A name for people, e.g. the key's. */
  readonly label: string;
  /**
   * The only source of the tenant: nothing in a request's body or path can change it. A person with several picks one
   * of theirs by X-Smarteros-Tenant.
   */
  readonly tenant: TenantRef | null;
  readonly scopes: ReadonlySet<string>;
  readonly credential: Credential;
  /** Epoch milliseconds after which the credential is dead; null when it doesn't expire. */
  readonly expiresAt: number | null;
  /** Nothing about it can change but that it ends, which core.enter sees: a key or grant of its own. */
  readonly lasting?: true;
  /** Set for kind `person` only: an agent or key acts as itself, never as its maker. */
  readonly person?: Person;
}

export const anonymous: Actor = {
  kind: 'anonymous',
  id: null,
  label: 'anonymous',
  tenant: null,
  scopes: new Set(),
  credential: { kind: 'form', id: null },
  expiresAt: null,
};

export const isOperator = (actor: Actor): boolean =>
  actor.kind === 'operator' || actor.person?.operator === true;

export const LEVELS = ['read', 'write', 'destroy'] as const;
export type Level = (typeof LEVELS)[number];
export type Scope = `${string}:${Level}`;

/**
 * Nouns that `*` leaves out: making and removing owners, and ending the company, are the owners' own. Whoever may do
 * that holds the scope by its name.
 */
const OWNERS_ONLY: ReadonlySet<string> = new Set(['ownership']);

/** True when `held` grants `wanted`: each level includes the ones before it, `*` is everything but the owners' own. */
export function holdsScope(held: ReadonlySet<string>, wanted: Scope): boolean {
  const [noun, level] = wanted.split(':') as [string, Level];
  if (held.has(wanted) || (held.has('*') && !OWNERS_ONLY.has(noun))) return true;
  return LEVELS.slice(LEVELS.indexOf(level)).some((higher) => held.has(`${noun}:${higher}`));
}

/** True when whoever holds `held` may give `wanted` away: nobody gives, or takes, what they don't hold themselves. */
export const holdsAll = (held: ReadonlySet<string>, wanted: Iterable<string>): boolean =>
  [...wanted].every((scope) => (scope === '*' ? held.has('*') : holdsScope(held, scope as Scope)));
