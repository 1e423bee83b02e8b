import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Secrets, State } from '#core/engine.ts';

/** A request as stand-ins read it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** Undefined when there is none, or it isn't JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a stand-in knows what it is sent
  readonly body: any;
}

export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes as it is; anything else as JSON. */
  readonly body?: unknown;
}

/**
 * Plays an engine over real HTTP, as shared/facts/engines.md says. One serves the examples of operations (`example` says
 * what the example tenant has there); other tests open more of their own.
 */
export interface StandIn {
  readonly engine: string;
  readonly example: {
    /** What the examples write; calls of tests reach the stand-in instead. */
    readonly url: string;
    readonly credentials: Secrets;
    readonly settings: State;
    readonly version: string;
    readonly capabilities: readonly string[];
    /** Of the example tenant. */
    readonly state: State;
    readonly secrets: Secrets;
  };
  /** Back to what is true in the example. */
  reset(): void;
  answer(asked: Asked): Said | Promise<Said>;
}

/** Serves a stand-in on loopback; it keeps no process alive. @returns its address */
export async function openStandIn(answer: StandIn['answer']): Promise<string> {
  const server = createServer((request, response) => void respond(answer, request, response));
  server.listen(0, '127.0.0.1').unref();
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function respond(
  answer: StandIn['answer'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url!, 'http://x');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const said = await answer({
    method: request.method!,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    text,
    body,
  });
  const json = said.body !== undefined && typeof said.body !== 'string';
  response
    .writeHead(said.status, { ...(json && { 'content-type': 'application/json' }), ...said.headers })
    .end(json ? JSON.stringify(said.body) : said.body);
}
