import { holdsScope, type Actor } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import type { AccessRule, Operation } from '#core/operation.ts';

const meets = (actor: Actor, rule: AccessRule): boolean =>
  'operator' in rule
    ? actor.kind === 'operator'
    : actor.tenant !== null && holdsScope(actor.scopes, rule.scope);

export function allows(actor: Actor, operation: Operation): boolean {
  return operation.access === 'public' || operation.access.some((rule) => meets(actor, rule));
}

/** @throws AppError unauthenticated without any credential, insufficient_scope or forbidden with the wrong one. */
export function authorise(actor: Actor, operation: Operation): void {
  if (allows(actor, operation) || operation.access === 'public') return;
  if (actor.kind === 'anonymous')
    throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  const scopes = operation.access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  if (scopes.length === 0) {
    const detail = {
      en: 'Only the operator of this installation may do that.',
      es: 'Solo el operador de esta instalación puede hacerlo.',
    };
    throw new AppError('forbidden', { detail });
  }
  if (actor.kind === 'operator') {
    throw new AppError('forbidden', {
      detail: {
        en: 'The operator enters a company by a grant: add --tenant SLUG, or open one with grants.open.',
        es: 'El operador entra a una empresa con una autorización: agregue --tenant SLUG, o ábrala con grants.open.',
      },
    });
  }
  const wanted = scopes.join(', ');
  throw new AppError('insufficient_scope', {
    detail: { en: `This needs the scope ${wanted}.`, es: `Se necesita el permiso ${wanted}.` },
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scopes.join(' ')}"` },
  });
}
