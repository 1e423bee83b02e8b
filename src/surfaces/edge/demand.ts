import type { Scope } from '#core/actor.ts';
import { invalidField } from '#core/errors.ts';

/** What the proxy asks of a caller, in the query of `/validate`. */
export interface Demand {
  /** All of them have to be held. */
  readonly scopes: readonly Scope[];
  /** Slug of the company that it has to be about. */
  readonly tenant: string | undefined;
  /** Whom the assertion is for; the host without it. */
  readonly service: string | undefined;
}

const MAX_QUERY = 1000;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,49}$/;
const SERVICE = /^[a-z0-9][a-z0-9.-]{0,99}$/;
const NAMES: ReadonlySet<string> = new Set(['scope', 'engine', 'tenant', 'service']);

const refuse = (name: string, en: string, es: string) => invalidField(name, 'invalid', { en, es });

/** May be repeated, and each may be a list. */
const all = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((value) => {
    const parts = value.split(/[\s,]+/).filter(Boolean);
    // A proxy whose placeholder came out empty must not demand less than was meant.
    if (parts.length === 0) throw refuse(name, 'must not be empty', 'no debe estar vacío');
    return parts;
  });

function one(query: URLSearchParams, name: string, form: RegExp): string | undefined {
  const values = query.getAll(name);
  if (values.length === 0) return undefined;
  const [value = ''] = values;
  if (values.length > 1) throw refuse(name, 'may stand only once', 'solo puede estar una vez');
  if (!form.test(value)) throw refuse(name, 'has another form', 'tiene otra forma');
  return value;
}

/**
 * `scopes` and `engines` are those that exist: a misspelt demand is an error at once, not a door that only `*` opens.
 * @throws AppError invalid_input
 */
export function parseDemand(
  search: string,
  known: { readonly scopes: ReadonlySet<string>; readonly engines: readonly string[] },
): Demand {
  if (search.length > MAX_QUERY) throw refuse('(query)', 'is too long', 'es demasiado larga');
  const query = new URLSearchParams(search);
  for (const name of query.keys()) {
    if (!NAMES.has(name))
      throw refuse('(query)', 'has an unknown parameter', 'tiene un parámetro desconocido');
  }
  const scopes = all(query, 'scope');
  for (const scope of scopes) {
    if (!known.scopes.has(scope)) throw refuse('scope', 'is not a scope', 'no es un permiso');
  }
  const engines = all(query, 'engine');
  for (const engine of engines) {
    if (!known.engines.includes(engine)) throw refuse('engine', 'is not an engine', 'no es un motor');
  }
  return {
    scopes: [...scopes, ...engines.map((engine) => `${engine}:read`)] as Scope[],
    tenant: one(query, 'tenant', SLUG),
    service: one(query, 'service', SERVICE),
  };
}
