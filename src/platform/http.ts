/** The one door for outgoing HTTP: every call ends in time, stays small and says nothing secret when it fails. */

const DEFAULT_TIMEOUT_MS = 10_000;
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, body included. */
  readonly timeoutMs?: number;
  /** PEM of the only authority that the server's certificate may come from; the system's without it. */
  readonly ca?: string;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  /** Any status, 3xx too: redirects are never followed, since they would take credentials elsewhere. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type HttpFailure = 'refused' | 'timeout' | 'dns' | 'tls' | 'aborted' | 'too_large' | 'other';

/**
 * No answer. It deliberately has no `cause`: what the network stack says may quote the query string (tokens) or a
 * header (Authorization). `code` is the system's own, e.g. ECONNREFUSED.
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly kind: HttpFailure;
  readonly code: string | undefined;

  constructor(kind: HttpFailure, message: string, code?: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

const REFUSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
const TIMEOUT = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);
const TLS = /CERT|SELF_SIGNED|UNABLE_TO_|_TLS_|_SSL_|^EPROTO$/;

function kindOf(code: string | undefined): HttpFailure {
  if (code === undefined) return 'other';
  if (REFUSED.has(code)) return 'refused';
  if (TIMEOUT.has(code)) return 'timeout';
  if (DNS.has(code)) return 'dns';
  return TLS.test(code) ? 'tls' : 'other';
}

/** fetch wraps the network's error, and Happy Eyeballs wraps one per address. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}

async function readText(response: Response, tooLarge: () => HttpError): Promise<string> {
  if (Number(response.headers.get('content-length')) > MAX_RESPONSE_BYTES) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_RESPONSE_BYTES) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** By the authority's PEM: its connections, which last. */
const trusting = new Map<string, typeof fetch>();

/** Loaded for who needs it: node's own fetch takes no authority. */
async function fetchTrusting(ca: string): Promise<typeof fetch> {
  const known = trusting.get(ca);
  if (known) return known;
  const { Agent, fetch: send } = await import('undici');
  const dispatcher = new Agent({ connect: { ca } });
  const made = ((url: URL, init: object) => send(url, { ...init, dispatcher })) as unknown as typeof fetch;
  trusting.set(ca, made);
  return made;
}

/** @throws HttpError when there is no complete answer; an answer with an error status is an answer. */
export async function httpRequest(request: HttpRequest): Promise<HttpResponse> {
  const { method, headers = {}, body, timeoutMs = DEFAULT_TIMEOUT_MS, signal, ca } = request;
  const url = URL.parse(request.url);
  if (!url) throw new HttpError('other', `${method}: not a web address`);
  const target = `${method} ${url.origin}${url.pathname}`;
  const fail = (kind: HttpFailure, why: string, code?: string) =>
    new HttpError(kind, `${target}: ${why}`, code);

  // Ends the exchange for each of its reasons: time, the caller, or our own refusal to read on.
  const stop = new AbortController();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await (ca === undefined ? fetch : await fetchTrusting(ca))(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([stop.signal, timeout, ...(signal ? [signal] : [])]),
      ...(body !== undefined && { body }),
    });
    const text = await readText(response, () => fail('too_large', `more than ${MAX_RESPONSE_BYTES} bytes`));
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    stop.abort();
    if (error instanceof HttpError) throw error;
    if (signal?.aborted) throw fail('aborted', 'aborted');
    if (timeout.aborted) throw fail('timeout', `no answer within ${timeoutMs} ms`);
    const code = codeOf(error);
    throw fail(kindOf(code), code ?? 'failed', code);
  }
}
