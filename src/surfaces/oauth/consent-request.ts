import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { holdsScope, type Actor, type Scope, type TenantRef } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { strangersName } from '#surfaces/pages/html.ts';
import { withoutIncluded } from '#surfaces/pages/scope-words.ts';
import { knockOf, type Cookies } from '#surfaces/rest/knock.ts';
import { isLoopback } from './clients.ts';

/** A person who looks at an agent's request in one of their companies. */
export interface ConsentRequest {
  readonly uid: string;
  readonly caller: Caller;
  readonly person: NonNullable<Actor['person']>;
  readonly tenant: TenantRef;
  readonly clientId: string;
  readonly clientName: string;
  readonly clientHost: string | null;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly beyond: readonly string[];
}

/** Why there is nothing to decide. */
export type Obstacle = 'expired' | 'login' | 'no_company';

interface ReaderOptions {
  readonly kernel: Pick<Kernel, 'admit'>;
  readonly provider: () => Promise<Provider>;
  readonly cookies: Cookies;
  readonly scopes: readonly string[];
}

/** Reads who is asking whom for what. `company` is the slug that the person picked, if any. */
export function consentReader({ kernel, provider, cookies, scopes }: ReaderOptions) {
  async function admit(request: FastifyRequest, tenant: string | undefined): Promise<Caller | undefined> {
    const token = cookies.read(request);
    if (token === undefined) return undefined;
    try {
      return await kernel.admit({ ...knockOf(request), token, tenant });
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
      throw error;
    }
  }

  return async function read(
    request: FastifyRequest<{ Params: { uid: string } }>,
    reply: FastifyReply,
    company: string | undefined,
  ): Promise<ConsentRequest | Obstacle> {
    const library = await provider();
    const details = await library.interactionDetails(request.raw, reply.raw).catch(notFound);
    if (details?.uid !== request.params.uid) return 'expired';
    let caller = await admit(request, company);
    if (!caller?.actor.person) return 'login';
    const [first] = caller.actor.person.tenants;
    if (!caller.actor.tenant && first) caller = await admit(request, first.slug);
    const { person, tenant, scopes: held } = caller?.actor ?? {};
    if (!caller || !person || !held) return 'login';
    if (!tenant) return 'no_company';

    const {
      client_id: clientId,
      redirect_uri: redirectUri,
      scope,
    } = details.params as Record<string, string>;
    const client = await library.Client.find(clientId!);
    if (!client) return 'expired';
    const asked = scopes.filter((one) => scope?.split(' ').includes(one));
    const allowed = asked.filter((one) => holdsScope(held, one as Scope));
    const beyond = asked.filter((one) => !allowed.includes(one));
    const clientHost = URL.parse(clientId!)?.host ?? null;
    return {
      uid: details.uid,
      caller,
      person,
      tenant,
      clientId: clientId!,
      clientName: strangersName(client.clientName ?? '') || strangersName(clientHost ?? clientId!),
      clientHost,
      redirectUri: redirectUri!,
      scopes: withoutIncluded(allowed),
      beyond: withoutIncluded(beyond),
    };
  };
}

function notFound(error: unknown): undefined {
  if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
  throw error;
}

/** Where the answer goes, for a person: null for their own machine. */
export const redirectHost = ({ redirectUri }: ConsentRequest): string | null =>
  isLoopback(redirectUri) ? null : new URL(redirectUri).host;

/**
 * Ties a decision to what its page showed: this request, session and company and these scopes. Somebody else's page
 * can't know it, and it says so when the person's role has changed in between.
 */
export const createToken = (
  key: string,
  { uid, person, tenant, scopes }: Pick<ConsentRequest, 'uid' | 'person' | 'tenant' | 'scopes'>,
): string =>
  createHmac('sha256', key)
    .update([uid, person.sessionId, tenant.id, ...scopes].join('\n'))
    .digest('base64url');

export function isToken(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
