import { holdsScope, isOperator, type Actor } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { STEP_UP_SECONDS, type AccessRule, type Operation } from '#core/operation.ts';

export function meets(actor: Actor, rule: AccessRule): boolean {
  if ('operator' in rule) return isOperator(actor);
  if ('person' in rule) return actor.person !== undefined;
  return actor.tenant !== null && holdsScope(actor.scopes, rule.scope);
}

/** True for a person's acts that are believed only on a recent proof: those that say so, and the operator's writes. */
export function isSensitive(actor: Actor, { access, effect, stepUp }: Operation): boolean {
  if (!actor.person) return false;
  if (stepUp) return true;
  if (access === 'public' || effect === 'read') return false;
  const rule = access.find((one) => meets(actor, one));
  return rule !== undefined && 'operator' in rule;
}

/** @throws AppError step_up_required when a person's last proof is too old for this operation. */
export function requireStepUp(actor: Actor, operation: Operation, now: Date): void {
  const { person } = actor;
  if (!person || !isSensitive(actor, operation)) return;
  if (person.steppedUpAt !== null && now.getTime() - person.steppedUpAt <= STEP_UP_SECONDS * 1000) return;
  throw new AppError('step_up_required');
}

export function allows(actor: Actor, operation: Operation): boolean {
  return operation.access === 'public' || operation.access.some((rule) => meets(actor, rule));
}

/** @throws AppError unauthenticated without any credential, insufficient_scope or forbidden with the wrong one. */
export function authorise(actor: Actor, operation: Operation): void {
  if (allows(actor, operation) || operation.access === 'public') return;
  if (actor.kind === 'anonymous')
    throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  const scopes = operation.access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  if (scopes.length > 0 && actor.person && actor.tenant === null) throw tenantRequired(actor.person);
  if (scopes.length === 0 && operation.access.some((rule) => 'person' in rule)) {
    const detail = {
      en: 'Only a person can do that, logged in as themselves.',
      es: 'Solo una persona puede hacerlo, con su propia sesión.',
    };
    throw new AppError('forbidden', { detail });
  }
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

function tenantRequired({ tenants }: NonNullable<Actor['person']>): AppError {
  const slugs = tenants.map(({ slug }) => slug).join(', ');
  return new AppError('tenant_required', {
    detail:
      slugs === ''
        ? {
            en: 'You belong to no company yet: create one with POST /tenants.',
            es: 'Aún no pertenece a ninguna empresa: cree una con POST /tenants.',
          }
        : {
            en: `Say which company you mean by X-Smarteros-Tenant: ${slugs}.`,
            es: `Indique la empresa con X-Smarteros-Tenant: ${slugs}.`,
          },
  });
}
