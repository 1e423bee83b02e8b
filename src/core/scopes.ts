import { holdsAll } from './actor.ts';
import { invalidField } from './errors.ts';

/**
 * What somebody may put into a key, an account or a role: scopes that exist, and none that they don't hold themselves.
 * Answers them without repetition.
 * @throws AppError invalid_input about `scopes`
 */
export function grantable(
  wanted: readonly string[],
  known: readonly string[],
  held: ReadonlySet<string>,
): string[] {
  for (const scope of wanted) {
    if (scope !== '*' && !known.includes(scope)) {
      const all = known.join(', ');
      throw invalidField('scopes', 'unknown', {
        en: `${scope} is not a scope; there are: *, ${all}`,
        es: `${scope} no es un permiso; existen: *, ${all}`,
      });
    }
    if (!holdsAll(held, [scope])) {
      throw invalidField('scopes', 'not_held', {
        en: `you don’t hold ${scope} yourself`,
        es: `usted no tiene el permiso ${scope}`,
      });
    }
  }
  return [...new Set(wanted)];
}

/** What is in both: the most that something limited by both may do. */
export const commonScopes = (a: readonly string[], b: readonly string[]): string[] => [
  ...new Set([
    ...a.filter((scope) => holdsAll(new Set(b), [scope])),
    ...b.filter((scope) => holdsAll(new Set(a), [scope])),
  ]),
];
