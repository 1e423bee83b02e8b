import { holdsScope, type Scope } from '#core/actor.ts';

/** How somebody is told. `best` begins with what suits the kind; `off` is not at all. */
export const CHANNELS = ['best', 'mail', 'whatsapp', 'off'] as const;
export type Channel = (typeof CHANNELS)[number];
export type Way = 'mail' | 'whatsapp';

interface KindDefinition<Name = Kind> {
  /** Of the event that it comes from. */
  readonly kind: Name;
  /** Who is told: whoever may do something about it. `ownership:destroy` are the owners. */
  readonly scope: Scope;
  /** It can't be switched off: somebody could lose the company without hearing of it. */
  readonly required: boolean;
  /** Which way is tried first; what is urgent goes to the phone. */
  readonly first: Way;
}

/** The one list of what people of a company are told. */
export const KINDS = [
  { kind: 'grant.opened', scope: 'ownership:destroy', required: true, first: 'whatsapp' },
  { kind: 'tenant.claimed', scope: 'ownership:destroy', required: true, first: 'whatsapp' },
  { kind: 'tenant.closing', scope: 'ownership:destroy', required: true, first: 'mail' },
  { kind: 'engine.failed', scope: 'engines:write', required: false, first: 'mail' },
  { kind: 'webhook.disabled', scope: 'webhooks:write', required: false, first: 'mail' },
  { kind: 'privacy.request_received', scope: 'privacy:write', required: false, first: 'mail' },
  { kind: 'privacy.request_due', scope: 'privacy:write', required: false, first: 'mail' },
] as const satisfies readonly KindDefinition<string>[];
export type Kind = (typeof KINDS)[number]['kind'];

export const kindOf = (kind: Kind): KindDefinition => KINDS.find((one) => one.kind === kind)!;

/** Whoever lacks it can't choose, and so is told of nothing. */
export const CHOOSING = 'tenants:read';

/** What somebody who holds these scopes is told of. */
export const kindsFor = (scopes: ReadonlySet<string>): readonly KindDefinition[] =>
  KINDS.filter(({ scope }) => holdsScope(scopes, CHOOSING) && holdsScope(scopes, scope));

/** Which ways there are: to a person, or out of this installation. */
export type Ways = Readonly<Record<Way, boolean>>;

/** The way that a choice comes to, null when there is none: what was chosen goes first, the other one stands in. */
export function wayOf(
  { first, required }: Pick<KindDefinition, 'first' | 'required'>,
  channel: Channel,
  there: Ways,
): Way | null {
  if (channel === 'off' && !required) return null;
  const wanted = channel === 'mail' || channel === 'whatsapp' ? channel : first;
  return [wanted, 'mail' as const, 'whatsapp' as const].find((way) => there[way]) ?? null;
}
