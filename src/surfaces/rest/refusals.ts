import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, ERRORS, toProblem } from '#core/errors.ts';
import { sendProblem } from './problems.ts';

/** What never becomes a route's business is refused in the same form as everything else. */

const BAD_ADDRESS = {
  en: 'The address is too long or not a valid URL.',
  es: 'La dirección es demasiado larga o no es una URL válida.',
};

/** An address that the router can't read; no hook has run by then. */
export function refuseAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  sendProblem(request, reply, new AppError('malformed_request', { detail: BAD_ADDRESS, cause: error }));
}

/** Bytes that are no HTTP: there is no request yet, only a socket to write to. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const body = JSON.stringify(toProblem(new AppError('malformed_request'), 'en'));
    const head = [
      `HTTP/1.1 ${ERRORS.malformed_request.status} Bad Request`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
