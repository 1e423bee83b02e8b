import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { Compiled, Kernel } from '#kernel/types.ts';
import { consentPage } from '#surfaces/pages/consent-page.ts';
import { messagePage, type MessageName } from '#surfaces/pages/message-page.ts';
import { pageHeaders } from '#surfaces/pages/page.ts';
import type { Cookies } from '#surfaces/rest/knock.ts';
import { languageOf } from '#surfaces/rest/problems.ts';
import { gone } from '#surfaces/rest/route.ts';
import {
  consentReader,
  createToken,
  isToken,
  redirectHost,
  type ConsentRequest,
  type Obstacle,
} from './consent-request.ts';
import { PATHS, type Addresses } from './metadata.ts';

const MAX_FORM_BYTES = 8_192;
const ANONYMOUS_NAME = 'person';

export interface ConsentOptions {
  readonly kernel: Pick<Kernel, 'admit' | 'run'>;
  readonly provider: () => Promise<Provider>;
  readonly addresses: Addresses;
  readonly cookies: Cookies;
  /** What an agent can be allowed. */
  readonly scopes: readonly string[];
  /** The operation that makes the grant. */
  readonly connect: Compiled;
  /** How long a grant lasts. */
  readonly days: number;
  readonly tokenKey: string;
}

type Request = FastifyRequest<{ Params: { uid: string }; Querystring: { company?: unknown } }>;

const OBSTACLE_STATUS = { expired: 400, no_company: 403 } as const;

/** The page on which a person allows or refuses what an agent asks for. */
export function registerConsent(app: FastifyInstance, options: ConsentOptions): void {
  const { kernel, provider, connect, tokenKey } = options;
  const prefix = new URL(options.addresses.issuer).pathname.replace(/\/+$/, '');
  const read = consentReader(options);
  const here = (uid: string): string => `${prefix}${PATHS.consent}/${encodeURIComponent(uid)}`;

  function turnAway(request: Request, reply: FastifyReply, obstacle: Obstacle): FastifyReply {
    if (obstacle === 'login') {
      return reply.redirect(`${prefix}/login?next=${encodeURIComponent(here(request.params.uid))}`, 303);
    }
    return sendMessage(request, reply, obstacle);
  }

  function show(
    request: Request,
    reply: FastifyReply,
    asked: ConsentRequest,
    changed: boolean,
  ): FastifyReply {
    const { person, tenant } = asked;
    const { label } = asked.caller.actor;
    const chosen = person.tenants.find(({ slug }) => slug === tenant.slug)!;
    const text = consentPage({
      ...asked,
      language: languageOf(request.headers['accept-language']),
      redirectHost: redirectHost(asked),
      person: label === ANONYMOUS_NAME ? null : label,
      companies: person.tenants,
      chosen,
      days: options.days,
      action: here(asked.uid),
      token: createToken(tokenKey, asked),
      changed,
    });
    const formTargets = [new URL(asked.redirectUri).origin];
    return reply.headers(pageHeaders({ formTargets })).send(text);
  }

  async function decide(
    asked: ConsentRequest,
    request: Request,
    reply: FastifyReply,
  ): Promise<InteractionResults> {
    const { text } = await kernel.run({
      operation: connect,
      caller: asked.caller,
      input: { clientId: asked.clientId, clientName: asked.clientName, scopes: asked.scopes },
      // A second click finds the grant that the first one made.
      idempotencyKey: `consent ${asked.uid}`,
      requestId: request.id,
      signal: gone(reply),
    });
    const { id } = JSON.parse(text) as { id: string };
    return { login: { accountId: asked.person.id, remember: false }, consent: { grantId: id } };
  }

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );

    scope.get<{ Params: { uid: string }; Querystring: { company?: unknown } }>(
      `${PATHS.consent}/:uid`,
      async (request, reply) => {
        const { company } = request.query;
        const asked = await read(request, reply, typeof company === 'string' ? company : undefined);
        return typeof asked === 'string'
          ? turnAway(request, reply, asked)
          : show(request, reply, asked, false);
      },
    );

    scope.post<{
      Params: { uid: string };
      Querystring: { company?: unknown };
      Body: URLSearchParams | undefined;
    }>(`${PATHS.consent}/:uid`, async (request, reply) => {
      const form = request.body ?? new URLSearchParams();
      const asked = await read(request, reply, form.get('company') ?? undefined);
      if (typeof asked === 'string') return turnAway(request, reply, asked);
      const allow = form.get('decision') === 'allow';
      if (allow && (asked.scopes.length === 0 || !isToken(form.get('token'), createToken(tokenKey, asked))))
        return show(request, reply.code(409), asked, true);
      const result = allow ? await decide(asked, request, reply) : { error: 'access_denied' };
      const library = await provider();
      const next = await library.interactionResult(request.raw, reply.raw, result, {
        mergeWithLastSubmission: false,
      });
      return reply.header('cache-control', 'no-store').redirect(next, 303);
    });
  });
}

function sendMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  name: MessageName & keyof typeof OBSTACLE_STATUS,
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  return reply.code(OBSTACLE_STATUS[name]).headers(pageHeaders()).send(messagePage(language, name));
}
