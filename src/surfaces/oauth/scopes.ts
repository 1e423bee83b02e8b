import { LEVELS, type Level } from '#core/actor.ts';
import type { Catalogue } from '#kernel/types.ts';

const levelOf = (scope: string): number => LEVELS.indexOf(scope.split(':')[1] as Level);
const nounOf = (scope: string): string => scope.split(':', 1)[0]!;

/** Who may do what. An agent that makes itself a key, or lets somebody in, would outlive its grant: it may look at most. */
const ACCESS: ReadonlySet<string> = new Set([
  'accounts',
  'grants',
  'invitations',
  'keys',
  'members',
  'ownership',
  'roles',
]);

/** What an agent can be allowed: every scope of the catalogue but those, and what even a person has to confirm anew. */
export function agentScopes(catalogue: Catalogue): string[] {
  const closed = catalogue.operations
    .filter(({ operation }) => operation.stepUp)
    .flatMap(({ operation: { access } }) => (access === 'public' ? [] : access))
    .flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  return catalogue.scopes.filter(
    (scope) =>
      !(ACCESS.has(nounOf(scope)) && levelOf(scope) > 0) &&
      !closed.some((one) => nounOf(one) === nounOf(scope) && levelOf(one) <= levelOf(scope)),
  );
}

/** To look at these, and at who may do what, is asked for by name: all data at once, everybody's acts and messages. */
const BY_NAME: ReadonlySet<string> = new Set([...ACCESS, 'audit', 'export', 'messages']);

/** What an agent asks for that doesn't say what it wants: to look, not to touch. */
export const firstScopes = (scopes: readonly string[]): string[] =>
  scopes.filter((scope) => scope.endsWith(':read') && !BY_NAME.has(nounOf(scope)));
