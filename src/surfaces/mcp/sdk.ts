import { Readable } from 'node:stream';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#kernel/types.ts';
import type { EventResources } from './resources.ts';
import type { ServerInfo } from './revisions.ts';
import { sendJson } from './rpc.ts';

/** What `server/discover` says changes with a release only, and is the same for every caller. */
const DISCOVER_TTL_MS = 5 * 60_000;

const INSTRUCTIONS = [
  'Each tool is one operation in the company that your key belongs to.',
  'Where find_tools is listed there are more tools than the list shows: find them with it, call them with call_tool.',
  'Tools that change something take dryRun to try them, and idempotencyKey to make a repeat harmless.',
  'A failed call answers a problem document: its code is stable, and errors names the fields to correct.',
].join(' ');

export type Loaded = typeof import('@modelcontextprotocol/server');
/** Who asks, on the way through the SDK to the handlers of ours. */
export type Extra = { readonly caller: Caller; readonly requestId: string };
export type Sdk = ReturnType<typeof serve>;

/**
 * The official SDK, loaded when the first request comes: it takes 30 MB that an idle installation needn't spend.
 */
export function lazySdk(
  serverInfo: ServerInfo,
  resources: EventResources | undefined,
  onError: (error: Error) => void,
) {
  let loading: Promise<Sdk> | undefined;
  return {
    load: (): Promise<Sdk> =>
      (loading ??= import('@modelcontextprotocol/server').then((loaded) =>
        serve(loaded, serverInfo, resources, onError),
      )),
    close: async (): Promise<void> => (await loading)?.close(),
  };
}

/** Everything but our two methods, for both eras: handshake, discovery, notifications, resources, and every refusal. */
function serve(
  loaded: Loaded,
  serverInfo: ServerInfo,
  resources: EventResources | undefined,
  onError: (error: Error) => void,
) {
  const cacheHints = {
    'server/discover': { ttlMs: DISCOVER_TTL_MS, cacheScope: 'public' },
    ...resources?.cacheHints,
  } as const;
  const factory: McpServerFactory = ({ era, authInfo }) => {
    const capabilities = resources?.capabilities(era) ?? { tools: {} };
    const instructions = resources ? `${INSTRUCTIONS} ${resources.instructions}` : INSTRUCTIONS;
    const server = new loaded.Server(serverInfo, { capabilities, instructions, cacheHints });
    const extra = authInfo?.extra as Extra | undefined;
    if (resources && extra) resources.serve(loaded, server, extra);
    return server;
  };
  const handler = loaded.createMcpHandler(factory, { onerror: onError });
  return {
    classify: loaded.classifyInboundRequest,
    legacyVersions: loaded.SUPPORTED_PROTOCOL_VERSIONS,
    fetch: handler.fetch,
    close: handler.close,
    /** A handler for one subscription: the SDK's own would tell all subscribers the same. */
    subscription: () => loaded.createMcpHandler(factory, { onerror: onError }),
  };
}

/** Hands a request to the SDK; its body has been parsed already and isn't read a second time. */
export async function forward(
  fetch: Sdk['fetch'],
  request: FastifyRequest,
  reply: FastifyReply,
  extra: Extra,
): Promise<FastifyReply> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // The credential has done its work and stays with us.
    if (value !== undefined && name !== 'authorization') headers.set(name, String(value));
  }
  const url = new URL(request.url, 'http://localhost');
  const response = await fetch(new Request(url, { method: 'POST', headers }), {
    parsedBody: request.body,
    authInfo: { token: '', clientId: '', scopes: [], extra: { ...extra } },
  });
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  if (response.body === null) return reply.send();
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    // Or the connection of a stream that ends with the process would hold the process up.
    return reply.header('connection', 'close').send(Readable.fromWeb(response.body));
  }
  const body = await response.text();
  return sendJson(reply, response.ok ? body : withValidId(body));
}

/** The SDK writes `id: null` (or what else was sent) where a request has no valid id; the revisions leave it out. */
function withValidId(text: string): string {
  const { id, ...message } = JSON.parse(text) as { id?: unknown };
  return typeof id === 'string' || Number.isSafeInteger(id) ? text : JSON.stringify(message);
}
