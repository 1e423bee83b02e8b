import fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import type { Kernel } from '#kernel/types.ts';
import { registerMcp } from '#surfaces/mcp/index.ts';
import type { View } from '#surfaces/mcp/views.ts';

export const PUBLIC_URL = 'https://api.example.com';
export const FRIEND = 'https://friend.example.com';
export const SERVER = { name: 'smarteros', version: '1.2.3' };
export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A real HTTP server with nothing but the MCP surface on it. */
export function createFront(
  kernel: Kernel,
  {
    key,
    onResponse,
    views,
    ...options
  }: {
    bodyLimit?: number;
    key?: string;
    onResponse?: (status: number) => void;
    views?: readonly View[];
  } = {},
): FastifyInstance {
  const app = fastify({ logger: false, ...options });
  // For clients that can't log in: the key is put in front of our own check.
  if (key) app.addHook('onRequest', async ({ headers }) => void (headers.authorization = `Bearer ${key}`));
  app.addHook('onResponse', async (_request, reply) => onResponse?.(reply.statusCode));
  registerMcp(app, {
    kernel,
    serverInfo: SERVER,
    allowedOrigins: [FRIEND],
    publicUrl: PUBLIC_URL,
    log: silent,
    ...(views && { views }),
  });
  return app;
}

interface Rpc {
  jsonrpc: string;
  id?: unknown;
  result?: Record<string, unknown>;
  error?: { code: number; message: string; data?: Record<string, unknown> };
}
export type Answer = LightMyRequestResponse & { readonly rpc: Rpc };

type Changes = Readonly<Record<string, unknown>>;
export interface Message {
  readonly id?: unknown;
  readonly token?: string;
  readonly params?: Changes;
  /** Overrides; undefined takes one away. */
  readonly headers?: Changes;
  readonly meta?: Changes;
}

const defined = (object: Changes): Record<string, string> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** A request of revision 2026-07-28 that is in order, but for what the caller changes. */
export function modern(
  method: string,
  { id = 1, token = 'writer', params = {}, headers = {}, meta = {} }: Message = {},
) {
  const name = params['name'] ?? params['uri'];
  return {
    method: 'POST',
    url: '/mcp',
    headers: defined({
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${token}`,
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
      ...headers,
    }),
    payload: {
      jsonrpc: '2.0',
      id,
      method,
      params: {
        ...params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          ...meta,
        },
      },
    },
  } satisfies InjectOptions;
}

/** The same as a client of revision 2025-11-25 sends it. */
export function legacy(method: string, { id = 1, token = 'writer', params, headers = {} }: Message = {}) {
  return {
    method: 'POST',
    url: '/mcp',
    headers: defined({
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${token}`,
      'mcp-protocol-version': '2025-11-25',
      ...headers,
    }),
    payload: { jsonrpc: '2.0', id, method, params },
  } satisfies InjectOptions;
}

/** Sends a request and reads its answer, JSON or the last event of a stream. */
export async function send(app: FastifyInstance, options: InjectOptions): Promise<Answer> {
  const response = await app.inject(options);
  const data = response.body
    .match(/^data: (.*)$/gm)
    ?.at(-1)
    ?.slice('data: '.length);
  const json = data ?? (String(response.headers['content-type']).includes('json') ? response.body : '{}');
  return Object.assign(response, { rpc: JSON.parse(json) as Rpc });
}
