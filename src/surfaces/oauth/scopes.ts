import { LEVELS, type Level } from '#core/actor.ts';
import type { Catalogue } from '#kernel/types.ts';

const levelOf = (scope: string): number => LEVELS.indexOf(scope.split(':')[1] as Level);
const nounOf = (scope: string): string => scope.split(':', 1)[0]!;

/** An agent that makes itself a key would outlive its grant. */
const NEVER: readonly string[] = ['keys:write'];

/**
 * What an agent can be allowed: every scope of the catalogue but those that open what even a person has to confirm anew
 * (roles, money …).
 */
export function agentScopes(catalogue: Catalogue): string[] {
  const closed = catalogue.operations
    .filter(({ operation }) => operation.stepUp)
    .flatMap(({ operation: { access } }) => (access === 'public' ? [] : access))
    .flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  return catalogue.scopes.filter(
    (scope) =>
      ![...closed, ...NEVER].some((one) => nounOf(one) === nounOf(scope) && levelOf(one) <= levelOf(scope)),
  );
}

/** To look at these is asked for by name: all data at once, who did what, who holds which key. */
const BY_NAME: ReadonlySet<string> = new Set(['audit', 'export', 'keys']);

/** What an agent asks for that doesn't say what it wants: to look, not to touch. */
export const firstScopes = (scopes: readonly string[]): string[] =>
  scopes.filter((scope) => scope.endsWith(':read') && !BY_NAME.has(nounOf(scope)));
