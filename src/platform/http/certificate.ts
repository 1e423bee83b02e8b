import { connect as dialSystem, isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { checkUrl, publicLookup, resolveBySystem, type Resolve } from './guard.ts';
import { codeOf, HttpError, kindOf, type HttpRequest } from './message.ts';

const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_PORT = 443;
/** Its words are whatever its maker wrote. */
const MAX_NAME = 100;

export interface CertificateRequest extends Pick<HttpRequest, 'guard' | 'timeoutMs' | 'signal'> {
  /** https. */
  readonly url: string;
}

export interface Certificate {
  /** Who vouches for it, as it says. */
  readonly issuer: string | null;
  readonly notAfter: Date;
  /** Why no client would believe it, as a code of the TLS library; null: it would. */
  readonly problem: string | null;
}

/** What a test replaces to play the resolver and the network. */
interface Outside {
  readonly resolve?: Resolve;
  readonly dial?: (options: TcpNetConnectOpts) => Socket;
}

/**
 * One handshake, in which nothing is asked for: the certificate is shown before. Nothing that comes over the connection is
 * believed, so an untrusted one is no reason to break off.
 * @throws HttpError when there is no handshake
 */
export async function lookAtCertificate(
  { url: written, guard, timeoutMs = DEFAULT_TIMEOUT_MS, signal }: CertificateRequest,
  { resolve = resolveBySystem, dial = dialSystem }: Outside = {},
): Promise<Certificate> {
  const url = new URL(written);
  const target = `TLS ${url.origin}`;
  if (url.protocol !== 'https:') throw new HttpError('tls', `${target}: no https`);
  if (guard) checkUrl({ url: written, httpsOnly: true }, url, target);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  const { promise, resolve: shake, reject } = Promise.withResolvers<Certificate>();
  const wire = dial({
    host,
    port: Number(url.port || DEFAULT_PORT),
    ...(guard && { lookup: publicLookup(target, resolve) }),
  });
  const socket = connect({
    socket: wire,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: false,
  });
  const fail = (error: unknown): void => {
    const code = codeOf(error);
    reject(
      error instanceof HttpError
        ? error
        : new HttpError(kindOf(code), `${target}: ${code ?? 'failed'}`, code),
    );
  };
  const stop = (): void =>
    reject(new HttpError(signal?.aborted ? 'aborted' : 'timeout', `${target}: no handshake in time`));
  wire.on('error', fail);
  socket
    .on('error', fail)
    .once('close', () => fail(undefined))
    .once('secureConnect', () => shake(shown(socket)));
  limit.addEventListener('abort', stop, { once: true });
  try {
    if (limit.aborted) stop();
    return await promise;
  } finally {
    limit.removeEventListener('abort', stop);
    socket.destroy();
    wire.destroy();
  }
}

function shown(socket: TLSSocket): Certificate {
  const { issuer, valid_to: until } = socket.getPeerCertificate();
  // Several of one kind come as a list, whatever the types say.
  const name = [issuer?.O ?? issuer?.CN ?? []].flat().join(', ');
  const problem: unknown = socket.authorizationError;
  return {
    issuer: name === '' ? null : name.slice(0, MAX_NAME),
    notAfter: new Date(until),
    problem: socket.authorized
      ? null
      : problem instanceof Error
        ? (codeOf(problem) ?? 'other')
        : String(problem),
  };
}
