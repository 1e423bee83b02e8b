const DEFAULT_TIMEOUT_MS = 10_000;
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/** How often and how long to try. Without it there is a single try. */
interface Retry {
  /** The first one included; at most 10. */
  readonly attempts?: number;
  /** For all tries and the waits between them. */
  readonly totalMs?: number;
  /**
   * The caller promises that doing it twice harms nobody, e.g. because an idempotency key travels along: POST and
   * PATCH are then repeated like GET. Otherwise they are repeated only when the server surely did nothing.
   */
  readonly repeatable?: boolean;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For one try, body included. */
  readonly timeoutMs?: number;
  readonly maxResponseBytes?: number;
  /** PEM of the only authority that the server's certificate may come from; the system's without it. No guard then. */
  readonly ca?: string;
  readonly signal?: AbortSignal;
  readonly retry?: Retry;
  /**
   * `public` for every address that a user or tenant gave: it must be a plain web address whose host has nothing but
   * public addresses (docs/decisions). Without it any address goes, for engines that the operator configured.
   */
  readonly guard?: 'public';
  /** With the guard: refuse http. */
  readonly httpsOnly?: boolean;
  /** With the guard: the only ports allowed; any by default. */
  readonly ports?: readonly number[];
}

export interface HttpResponse {
  /** Any status, 3xx too: redirects are never followed, since they would take credentials elsewhere. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type HttpFailure =
  | 'blocked'
  | 'refused'
  | 'timeout'
  | 'dns'
  | 'tls'
  | 'aborted'
  | 'too_large'
  | 'other';

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

export function kindOf(code: string | undefined): HttpFailure {
  if (code === undefined) return 'other';
  if (REFUSED.has(code)) return 'refused';
  if (TIMEOUT.has(code)) return 'timeout';
  if (DNS.has(code)) return 'dns';
  return TLS.test(code) ? 'tls' : 'other';
}

/** fetch wraps the network's error, and Happy Eyeballs wraps one per address. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}

/** One try, with everything that ends it. */
export interface Try {
  readonly request: HttpRequest;
  readonly url: URL;
  /** For messages: without query, credentials and fragment. */
  readonly target: string;
  /** Ends the exchange for each of its reasons: time, the caller, or our own refusal to read on. */
  readonly signal: AbortSignal;
}

/** The way a request takes: through fetch, or past the guard. */
export type Exchange = (one: Try) => Promise<HttpResponse>;

/** @throws HttpError for whatever `exchange` throws */
export async function tryOnce(
  request: HttpRequest,
  url: URL,
  target: string,
  exchange: Exchange,
): Promise<HttpResponse> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = request;
  const stop = new AbortController();
  const timeout = AbortSignal.timeout(timeoutMs);
  const fail = (kind: HttpFailure, why: string, code?: string) =>
    new HttpError(kind, `${target}: ${why}`, code);
  try {
    const any = AbortSignal.any([stop.signal, timeout, ...(signal ? [signal] : [])]);
    return await exchange({ request, url, target, signal: any });
  } catch (error) {
    stop.abort();
    if (error instanceof HttpError) throw error;
    if (signal?.aborted) throw fail('aborted', 'aborted');
    if (timeout.aborted) throw fail('timeout', `no answer within ${timeoutMs} ms`);
    const code = codeOf(error);
    throw fail(kindOf(code), code ?? 'failed', code);
  }
}

/** The body as text. @throws HttpError too_large, announced or not */
export async function readText(
  { request, target }: Try,
  headers: Readonly<Record<string, string>>,
  body: AsyncIterable<Uint8Array>,
): Promise<string> {
  const { maxResponseBytes = MAX_RESPONSE_BYTES } = request;
  const tooLarge = () => new HttpError('too_large', `${target}: more than ${maxResponseBytes} bytes`);
  if (Number(headers['content-length']) > maxResponseBytes) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxResponseBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
