import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { holdsScope, LEVELS, type Actor } from '#core/actor.ts';
import { AppError, invalidField } from '#core/errors.ts';
import type { Caller, Kernel, Knock } from '#kernel/types.ts';
import type { Assertions } from '#platform/tokens/assertion.ts';
import { bearer, knockOf, SAFE_METHODS, type Asked, type Cookies } from '#surfaces/rest/knock.ts';
import { parseDemand, SLUG, type Demand } from './demand.ts';
import { tenantOfHost } from './hosts.ts';
import { assertionOf, identityHeaders } from './identity.ts';
import { loginOf, opensPage } from './login.ts';

type Headers = Readonly<Record<string, string>>;

export interface EdgeOptions {
  readonly kernel: Kernel;
  readonly cookies: Cookies;
  readonly assertions: Assertions;
  /** Companies have the hosts `{slug}.<domain>`. */
  readonly domain: string | undefined;
  /** Our own address, whose host is no company's. */
  readonly publicUrl: string;
  /** Engines that the query may ask for. */
  readonly engines: readonly string[];
}

/** Demands are the proxy's, so there are few; what doesn't fit was made up by somebody. */
const MAX_DEMANDS = 200;
/** Services that one caller is asserted to at a time. */
const MAX_AUDIENCES = 20;

const NOT_YOURS = {
  en: 'This credential is not of that company.',
  es: 'Esta credencial no es de esa empresa.',
};

/**
 * `/validate`: tells a proxy (forward_auth) who is calling. 200 with every identity header, or an error; whatever goes
 * wrong is an error. Answered before a body is read, by whatever method it was asked.
 */
export function registerEdge(app: FastifyInstance, options: EdgeOptions): void {
  const { kernel, cookies, assertions, domain, engines } = options;
  const ownHost = new URL(options.publicUrl).hostname;
  const known = {
    scopes: new Set([
      ...kernel.catalogue.scopes,
      ...engines.flatMap((engine) => LEVELS.map((level) => `${engine}:${level}`)),
    ]),
    engines,
  };
  const demands = new LRUCache<string, Demand>({ max: MAX_DEMANDS });
  // By the actor that admission keeps for a few seconds: with it goes what we found out.
  const answers = new WeakMap<Actor, Map<string, Headers>>();

  function demandOf(url: string): Demand {
    const at = url.indexOf('?');
    const search = at === -1 ? '' : url.slice(at + 1);
    let demand = demands.get(search);
    if (!demand) demands.set(search, (demand = parseDemand(search, known)));
    return demand;
  }

  /** Once for as long as the actor is believed: that credential and company are live, and what to answer. */
  async function prepare(actor: Actor, audience: string): Promise<Headers> {
    const made = answers.get(actor);
    if (!made) await kernel.confirm(actor);
    const assertion = assertionOf(actor);
    const answer = identityHeaders(actor, assertion, await assertions(assertion, audience, actor.expiresAt));
    if (!made) answers.set(actor, new Map([[audience, answer]]));
    else if (made.size < MAX_AUDIENCES) made.set(audience, answer);
    return answer;
  }

  function judge(request: FastifyRequest): Headers | Promise<Headers> {
    const demand = demandOf(request.raw.url!);
    const host = demand.service === undefined || domain !== undefined ? hostOf(request) : '';
    const tenant = chosenTenant(request, demand, host === ownHost ? undefined : tenantOfHost(host, domain));
    const audience = demand.service ?? host;
    const answer = (caller: Caller): Headers | Promise<Headers> => {
      const { actor } = caller;
      const refusal = refusalOf(actor, demand, tenant);
      if (refusal) return again(caller, demand, tenant, refusal).then((newer) => prepare(newer, audience));
      return answers.get(actor)?.get(audience) ?? prepare(actor, audience);
    };
    const caller = kernel.admit(knock(request, tenant));
    return caller instanceof Promise ? caller.then(answer) : answer(caller);
  }

  function knock(request: FastifyRequest, tenant: string | undefined): Knock {
    const token = bearer(request) ?? vaultToken(request) ?? cookies.read(asked(request));
    return { ...knockOf(request), token, tenant };
  }

  app.route({
    method: app.supportedMethods,
    url: '/validate',
    // A preflight is no question of a proxy, and its answer would be a pass.
    config: { crossOrigin: false, quiet: true },
    // No async hook: Fastify would watch each answer's stream until its end. Who is known is answered at once.
    onRequest: (request, reply) => {
      reply.header('cache-control', 'no-store');
      const pass = (headers: Headers): void => void reply.headers(headers).send();
      try {
        const headers = judge(request);
        if (!(headers instanceof Promise)) return pass(headers);
        headers.then(pass).catch((error: unknown) => refuse(request, reply, error));
      } catch (error) {
        refuse(request, reply, error);
      }
    },
    handler: unreached,
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const stranger = error instanceof AppError && error.code === 'unauthenticated';
  if (stranger && maySignIn(request)) reply.redirect(loginOf(forwarded(request, 'x-forwarded-uri')), 302);
  else reply.send(error);
}

/** The hook above answers, and lets nothing past. */
const unreached = (): never => {
  throw new AppError('internal');
};

/** What a believed login may not do, it may have been allowed since. @throws AppError `refusal`, or the newer one */
async function again(
  { again: lookUp }: Caller,
  demand: Demand,
  tenant: string | undefined,
  refusal: AppError,
): Promise<Actor> {
  const actor = await lookUp?.();
  const newer = actor ? refusalOf(actor, demand, tenant) : refusal;
  if (!actor || newer) throw newer ?? refusal;
  return actor;
}

/** Why somebody is not let in. */
function refusalOf(actor: Actor, { scopes }: Demand, tenant: string | undefined): AppError | undefined {
  if (actor.kind === 'anonymous')
    return new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  if (tenant !== undefined && actor.tenant?.slug !== tenant)
    return new AppError('forbidden', { detail: NOT_YOURS });
  if (scopes.length === 0) return undefined;
  if (actor.tenant === null && actor.person) return new AppError('tenant_required');
  const missing = scopes.filter((scope) => actor.tenant === null || !holdsScope(actor.scopes, scope));
  if (missing.length === 0) return undefined;
  const wanted = missing.join(', ');
  return new AppError('insufficient_scope', {
    detail: { en: `This needs the scope ${wanted}.`, es: `Se necesita el permiso ${wanted}.` },
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${missing.join(' ')}"` },
  });
}

/** Host, query and header may each name the company; where they differ, nobody knows whose data is meant. */
function chosenTenant(
  request: FastifyRequest,
  demand: Demand,
  ofHost: string | undefined,
): string | undefined {
  const header = request.headers['x-smarteros-tenant'];
  if (header !== undefined && header !== '' && !(typeof header === 'string' && SLUG.test(header)))
    throw invalidField('X-Smarteros-Tenant', 'invalid', { en: 'has another form', es: 'tiene otra forma' });
  const named = demand.tenant ?? ofHost;
  if (
    (ofHost !== undefined && ofHost !== named) ||
    (header !== undefined && header !== '' && named !== undefined && header !== named)
  )
    throw new AppError('forbidden', { detail: NOT_YOURS });
  return named ?? (header === '' ? undefined : header);
}

/** As the browser asked, by the word of the proxy when it is one of ours; without a port. */
function hostOf(request: FastifyRequest): string {
  const host = (request.hostname ?? '').toLowerCase();
  if (!/^[a-z0-9.:[\]-]{1,255}$/.test(host)) throw new AppError('malformed_request');
  return host;
}

const forwarded = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

function vaultToken({ headers }: FastifyRequest): string | undefined {
  const token = headers['x-vault-token'];
  return typeof token === 'string' ? token : undefined;
}

/**
 * What the browser did, as far as a cookie counts: proxies ask by GET in its name. Whoever says it, an unsafe method
 * only makes us stricter; and a socket that another site's page opens can do as much as a form.
 */
function asked(request: FastifyRequest): Asked {
  const { headers, method, protocol, host } = request;
  const claimed = headers['x-forwarded-method'];
  const socket = headers['sec-websocket-key'] !== undefined || headers.upgrade !== undefined;
  const unsafe = socket ? 'POST' : claimed === undefined ? method : String(claimed);
  return { headers, method: SAFE_METHODS.has(method) ? unsafe : method, protocol, host };
}

/** True for a page that a browser opens without any credential but a cookie. */
function maySignIn(request: FastifyRequest): boolean {
  const { headers } = request;
  if (headers.authorization !== undefined || headers['x-vault-token'] !== undefined) return false;
  return opensPage(headers, asked(request).method);
}
