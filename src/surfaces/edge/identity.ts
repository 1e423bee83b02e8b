import type { Actor } from '#core/actor.ts';
import type { Assertion } from '#platform/tokens/assertion.ts';

/** The role in the company of this request; somebody who may act as the operator is that besides. */
function rolesOf({ kind, person, tenant }: Actor): string[] {
  const role = person?.tenants.find(({ slug }) => slug === tenant?.slug)?.role;
  const operator = kind === 'operator' || person?.operator === true;
  return [...(role === undefined ? [] : [role]), ...(operator ? ['operator'] : [])];
}

export function assertionOf(actor: Actor): Assertion {
  const { kind, id, person, tenant, scopes } = actor;
  return {
    subject: person?.id ?? (id === null ? kind : `${kind}:${id}`),
    kind,
    tenant: tenant?.slug ?? null,
    roles: rolesOf(actor),
    scopes: [...scopes],
  };
}

/** A company names its own roles: what a header can't carry, or a list would be cut at, is percent-encoded. */
const listed = (values: readonly string[]): string =>
  values
    .map((value) => value.replace(/[^\w.:*-]+/gu, (odd) => encodeURIComponent(odd.toWellFormed())))
    .join(',');

/** Every header, always: one that is missing would let the caller's own through. Unknown is empty. */
export const identityHeaders = (
  { person }: Actor,
  { tenant, roles, scopes }: Assertion,
  assertion: string,
): Readonly<Record<string, string>> => ({
  'x-smarteros-ugid': person?.id ?? '',
  'x-smarteros-tenant': tenant ?? '',
  'x-smarteros-roles': listed(roles),
  'x-smarteros-scopes': listed(scopes),
  'x-smarteros-assertion': assertion,
});
