import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import { rateHeaders } from '#kernel/admission.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { knockOf } from '#surfaces/rest/knock.ts';
import { refuse, RPC } from './rpc.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOOPBACK_ADDRESS = /^(?:::ffff:)?127\.|^::1$/;

export interface GateOptions {
  readonly kernel: Pick<Kernel, 'admit'>;
  readonly allowedOrigins: readonly string[];
  readonly publicUrl: string;
}

/** Everything that is asked of a request before its body is read: where from, how, and by whom. */
export function createGate({ kernel, allowedOrigins, publicUrl }: GateOptions) {
  const origins = new Set([...allowedOrigins, URL.parse(publicUrl)?.origin]);
  const hosts = new Set([...allowedOrigins, publicUrl].map((url) => URL.parse(url)?.hostname));

  /** A page may call when it is ours or on the operator's list; on loopback, any page of this machine may. */
  const isOurs = (origin: string, loopback: boolean): boolean =>
    origins.has(origin) || (loopback && LOOPBACK_NAMES.has(URL.parse(origin)?.hostname ?? ''));

  /** By its name a rebound page is told from a local program, as both arrive on 127.0.0.1. */
  const isLocal = (host: string | undefined): boolean => {
    const name = URL.parse(`http://${host}`)?.hostname;
    return name !== undefined && (LOOPBACK_NAMES.has(name) || hosts.has(name));
  };

  return async function admit(request: FastifyRequest, reply: FastifyReply): Promise<Caller | undefined> {
    const { origin, host } = request.headers;
    const loopback = LOOPBACK_ADDRESS.test(request.socket.localAddress ?? '');
    const refused = (status: number, message: string): void =>
      void refuse(reply, status, RPC.invalidRequest, message);
    if (origin !== undefined && !isOurs(origin, loopback)) {
      refused(403, 'This origin is not allowed.');
      return undefined;
    }
    if (loopback && !isLocal(host)) {
      refused(403, 'This host name is not one of this installation.');
      return undefined;
    }
    if (request.method !== 'POST') {
      reply.header('allow', 'POST');
      refused(405, 'Use POST: there are no sessions and no stream to open.');
      return undefined;
    }
    const caller = await kernel.admit(knockOf(request));
    if (caller.actor.kind === 'anonymous') {
      throw new AppError('unauthenticated', {
        headers: { 'www-authenticate': 'Bearer', ...rateHeaders(caller.limit) },
      });
    }
    reply.headers(rateHeaders(caller.limit));
    return caller;
  };
}
