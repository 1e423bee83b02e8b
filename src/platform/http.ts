/**
 * The one door for outgoing HTTP: every call ends in time, stays small, is repeated only where that is safe, and says
 * nothing secret when it fails.
 */
import { HttpError, readText, tryOnce, type Exchange, type HttpRequest } from './http/message.ts';
import { withRetries } from './http/retry.ts';
import type { Certificate, CertificateRequest } from './http/certificate.ts';
import type { HttpResponse } from './http/message.ts';
import { span, traceparent } from './tracing.ts';
import type { Poster, PosterOptions } from './http/poster.ts';

export type { Certificate, CertificateRequest } from './http/certificate.ts';
export { HttpError, MAX_RESPONSE_BYTES } from './http/message.ts';
export { retryAfterMs } from './http/retry.ts';
export type { Posted, Poster, PosterOptions } from './http/poster.ts';
export type { HttpFailure, HttpRequest, HttpResponse } from './http/message.ts';

const direct: Exchange = async (one) => {
  const { request, url, signal } = one;
  const { method, headers = {}, body, ca } = request;
  const send = ca === undefined ? fetch : (await import('./http/authority.ts')).fetchTrusting(ca);
  const response = await send(url, {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body !== undefined && { body }),
  });
  const names = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers: names,
    text: await readText(one, names, response.body ?? empty()),
  };
};

async function* empty(): AsyncGenerator<Uint8Array> {}

/** The guard's modules are loaded at the first address of a stranger: a command line never has one. */
const guarded: Exchange = async (one) => {
  const { createGuard } = await import('./http/guard.ts');
  return createGuard()(one);
};

/** A way out for many small messages to addresses of strangers. Loaded with the first of them, as the guard is. */
export function createPoster(options: PosterOptions): Poster {
  let made: Promise<Poster> | undefined;
  const poster = (): Promise<Poster> =>
    (made ??= import('./http/poster.ts').then((loaded) => loaded.createPoster(options)));
  return {
    post: async (...message) => (await poster()).post(...message),
    vet: async (url) => (await poster()).vet(url),
    close: async () => (await made)?.close(),
  };
}

/**
 * @throws HttpError when there is no complete answer; an answer with an error status is an answer. `blocked` is the
 * guard's refusal.
 */
export async function httpRequest(request: HttpRequest): Promise<HttpResponse> {
  return exchangeBy(request.guard === 'public' ? guarded : direct, request);
}

/** The same over a given way out. */
export async function exchangeBy(exchange: Exchange, request: HttpRequest): Promise<HttpResponse> {
  const { method } = request;
  const url = URL.parse(request.url);
  if (!url) throw new HttpError('other', `${method}: not a web address`);
  // A tenant's address may hold its secret in the path, as chat services' hooks do.
  const target = `${method} ${url.origin}${request.guard ? '' : url.pathname}`;
  const attributes = { 'http.request.method': method, 'server.address': url.host };
  return withRetries(request, (once) =>
    span(`HTTP ${method}`, { kind: 'client', within: true, attributes }, async (client) => {
      const answer = await tryOnce(joined(once), url, target, exchange);
      client?.set({ 'http.response.status_code': answer.status });
      return answer;
    }),
  );
}

/** Our trace goes on at engines that the operator configured; strangers learn nothing of it. */
function joined(request: HttpRequest): HttpRequest {
  const trace = request.guard ? undefined : traceparent();
  return trace === undefined ? request : { ...request, headers: { ...request.headers, traceparent: trace } };
}

/** The certificate that a server shows. @throws HttpError when there is no handshake; `blocked` is the guard's refusal */
export async function lookAtCertificate(request: CertificateRequest): Promise<Certificate> {
  return (await import('./http/certificate.ts')).lookAtCertificate(request);
}

/** An answer that goes on: its text as it comes. */
export interface HttpStream extends Omit<HttpResponse, 'text'> {
  readonly chunks: AsyncIterable<string>;
}

/**
 * One GET, until the server or the signal ends it: no time limit of its own. What breaks it off later is thrown while
 * the text is read, and may be anything.
 * @throws HttpError when no answer begins
 */
export async function httpStream({
  url,
  headers,
  signal,
}: Required<Pick<HttpRequest, 'url' | 'headers' | 'signal'>>): Promise<HttpStream> {
  const parsed = new URL(url);
  const began = Promise.withResolvers<HttpStream>();
  const exchange: Exchange = async () => {
    const response = await fetch(parsed, { headers, redirect: 'manual', signal });
    const body = response.body?.pipeThrough(new TextDecoderStream()) ?? empty();
    began.resolve({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      chunks: body as AsyncIterable<string>,
    });
    return { status: response.status, headers: {}, text: '' };
  };
  await tryOnce({ method: 'GET', url, signal }, parsed, `GET ${parsed.origin}${parsed.pathname}`, exchange);
  return began.promise;
}
