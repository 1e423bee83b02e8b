import { gzipSync } from 'node:zlib';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toAppError, ERRORS } from '#core/errors.ts';
import type { ServerEntry } from '#core/server-json.ts';
import type { Log } from '#core/context.ts';
import { rateHeaders } from '#kernel/admission.ts';
import type { Kernel } from '#kernel/types.ts';
import type { View } from '#surfaces/mcp/views.ts';
import { compressed, sendCompressed } from '#surfaces/openapi/compressed.ts';
import { knockOf } from '#surfaces/rest/knock.ts';
import { ownServers, toResponses, type ServerResponse } from './entries.ts';
import { afterCursor, cursorOf, flag, keep, readQuery, Refusal, type Query } from './query.ts';

export interface RegistryOptions {
  readonly kernel: Pick<Kernel, 'admit'>;
  /** Our own servers. */
  readonly views: readonly View[];
  readonly version: string;
  readonly publicUrl: string;
  readonly domain: string | undefined;
  /** What the operator lists. */
  readonly find: () => Promise<{ readonly since: string; readonly servers: readonly ServerEntry[] }>;
  readonly log: Log;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CACHE = 'public, max-age=60';
const BASE = '/v0.1/servers';
/** What registries may offer and this one doesn't: its list is kept by the operator's own operations. */
const CLOSED = [
  ['POST', '/v0.1/publish'],
  ['PUT', `${BASE}/:name/versions/:version`],
  ['DELETE', `${BASE}/:name/versions/:version`],
  ['PATCH', `${BASE}/:name/versions/:version/status`],
  ['PATCH', `${BASE}/:name/status`],
] as const;

/** The registry of MCP servers, ours and those that the operator lists, by the API that clients of registries know. */
export function registerRegistry(app: FastifyInstance, options: RegistryOptions): void {
  const { kernel, log } = options;

  /** Ours first: nobody lists another server under a name of ours. */
  async function all(): Promise<ServerResponse[]> {
    const { since, servers } = await options.find();
    const own = ownServers({ ...options, since });
    const names = new Set(own.map(({ server }) => server.name));
    return toResponses([...own, ...servers.filter(({ server }) => !names.has(server.name))]);
  }
  const send = (request: FastifyRequest, reply: FastifyReply, body: object) =>
    sendCompressed(request, reply, compressed(JSON_TYPE, CACHE, gzipSync(JSON.stringify(body))));
  const asList = (found: readonly ServerResponse[], nextCursor?: string): object => ({
    servers: found.map(({ json }) => json),
    metadata: { ...(nextCursor !== undefined && { nextCursor }), count: found.length },
  });
  async function versionsOf(name: string, query: Query): Promise<ServerResponse[]> {
    const deleted = flag(query, 'include_deleted');
    return (await all()).filter(
      ({ entry }) => entry.server.name === name && (deleted || entry.status !== 'deleted'),
    );
  }

  void app.register((scope, _, done) => {
    scope.addHook('onRequest', async (request, reply) => {
      const { limit } = await kernel.admit(knockOf(request));
      reply.headers(rateHeaders(limit));
    });
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      if (error instanceof Refusal) return reply.code(error.status).send({ error: error.message });
      const known = toAppError(error);
      const { status, title } = ERRORS[known.code];
      if (status >= 500) log.error({ err: error, requestId: request.id }, 'registry request failed');
      const { headers, retryAfterSeconds } = known.options;
      if (headers) reply.headers(headers);
      if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
      return reply.code(status).send({ error: title.en });
    });

    scope.get<{ Querystring: Query }>(BASE, async (request, reply) => {
      const wanted = readQuery(request.query);
      const found = keep(await all(), wanted);
      const rest = afterCursor(found, wanted.cursor);
      const page = rest.slice(0, wanted.limit);
      return send(
        request,
        reply,
        asList(page, rest.length > page.length ? cursorOf(page.at(-1)!) : undefined),
      );
    });
    scope.get<{ Params: { name: string }; Querystring: Query }>(
      `${BASE}/:name/versions`,
      async (request, reply) => {
        const found = await versionsOf(request.params.name, request.query);
        if (found.length === 0) throw new Refusal(404, 'Server not found');
        return send(request, reply, asList(found));
      },
    );
    scope.get<{ Params: { name: string; version: string }; Querystring: Query }>(
      `${BASE}/:name/versions/:version`,
      async (request, reply) => {
        const { name, version } = request.params;
        const found = await versionsOf(name, request.query);
        const one = found.find(
          ({ entry, isLatest }) => (version === 'latest' && isLatest) || entry.server.version === version,
        );
        if (!one) throw new Refusal(404, 'Server not found');
        return send(request, reply, one.json);
      },
    );
    for (const [method, url] of CLOSED) {
      scope.route({
        method,
        url,
        handler: async () => {
          throw new Refusal(501, 'Not supported by this registry: its operator keeps the list');
        },
      });
    }
    done();
  });
}
