import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The codes that we answer ourselves; the SDK answers the others of the specification. */
export const RPC = {
  parseError: -32700,
  invalidRequest: -32600,
  invalidParams: -32602,
  internalError: -32603,
} as const;
export type RpcCode = (typeof RPC)[keyof typeof RPC];

export type RequestId = string | number;

/** A refusal in the protocol's own terms, as opposed to a tool that ran and failed. */
export class RpcError extends Error {
  readonly code: RpcCode;
  constructor(code: RpcCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A JSON-RPC error; without `id` when the request's couldn't be read, since null is no id. */
export const errorText = (code: RpcCode, message: string, id?: RequestId): string =>
  JSON.stringify({ jsonrpc: '2.0', ...(id !== undefined && { id }), error: { code, message } });

export const sendJson = (reply: FastifyReply, body: string): FastifyReply =>
  reply.header('content-type', JSON_TYPE).send(body);

/**
 * Writes an answer that lies ready in parts as it is: putting 200 kB together for each caller would cost more than all
 * the rest. What Fastify does after a response (log, metrics) happens all the same.
 */
export function sendParts(reply: FastifyReply, encoding: string, parts: readonly Buffer[]): FastifyReply {
  reply.headers({
    'content-type': JSON_TYPE,
    'content-length': parts.reduce((total, part) => total + part.byteLength, 0),
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
  raw.cork();
  for (const part of parts) raw.write(part);
  raw.end();
  return reply;
}

/** Refuses a request as a whole. A client of both eras reads the body to learn which one it has met. */
export const refuse = (reply: FastifyReply, status: number, code: RpcCode, message: string): FastifyReply =>
  sendJson(reply.code(status), errorText(code, message));
