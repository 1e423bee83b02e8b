import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerInfo } from './revisions.ts';
import { sendJson } from './rpc.ts';

/** What `server/discover` says changes with a release only, and is the same for every caller. */
const DISCOVER_TTL_MS = 5 * 60_000;

const INSTRUCTIONS = [
  'Each tool is one operation in the company that your key belongs to.',
  'Tools that change something take dryRun to try them, and idempotencyKey to make a repeat harmless.',
  'A failed call answers a problem document: its code is stable, and errors names the fields to correct.',
].join(' ');

type Loaded = typeof import('@modelcontextprotocol/server');
export type Sdk = ReturnType<typeof serve>;

/**
 * The official SDK, loaded when the first request comes: it takes 30 MB that an idle installation needn't spend.
 */
export function lazySdk(serverInfo: ServerInfo, onError: (error: Error) => void) {
  let loading: Promise<Sdk> | undefined;
  return {
    load: (): Promise<Sdk> =>
      (loading ??= import('@modelcontextprotocol/server').then((loaded) =>
        serve(loaded, serverInfo, onError),
      )),
    close: async (): Promise<void> => (await loading)?.close(),
  };
}

/** Everything but our two methods, for both eras: handshake, discovery, notifications, and every refusal. */
function serve(loaded: Loaded, serverInfo: ServerInfo, onError: (error: Error) => void) {
  const options = {
    capabilities: { tools: {} },
    instructions: INSTRUCTIONS,
    cacheHints: { 'server/discover': { ttlMs: DISCOVER_TTL_MS, cacheScope: 'public' } },
  } as const;
  const handler = loaded.createMcpHandler(() => new loaded.Server(serverInfo, options), { onerror: onError });
  return {
    classify: loaded.classifyInboundRequest,
    legacyVersions: loaded.SUPPORTED_PROTOCOL_VERSIONS,
    fetch: handler.fetch,
    close: handler.close,
  };
}

/** Hands a request to the SDK; its body has been parsed already and isn't read a second time. */
export async function forward(sdk: Sdk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // The credential has done its work and stays with us.
    if (value !== undefined && name !== 'authorization') headers.set(name, String(value));
  }
  const url = new URL(request.url, 'http://localhost');
  const response = await sdk.fetch(new Request(url, { method: 'POST', headers }), {
    parsedBody: request.body,
  });
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  if (response.body === null) return reply.send();
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return reply.send(Readable.fromWeb(response.body));
  }
  const body = await response.text();
  return sendJson(reply, response.ok ? body : withValidId(body));
}

/** The SDK writes `id: null` (or what else was sent) where a request has no valid id; the revisions leave it out. */
function withValidId(text: string): string {
  const { id, ...message } = JSON.parse(text) as { id?: unknown };
  return typeof id === 'string' || Number.isSafeInteger(id) ? text : JSON.stringify(message);
}
