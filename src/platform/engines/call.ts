import type { EngineCtx, EngineRequest, EngineResponse, Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { monotonic } from '#platform/clock.ts';
import {
  HttpError,
  httpRequest,
  lookAtCertificate,
  type Certificate,
  type HttpRequest,
  type HttpResponse,
} from '#platform/http.ts';
import { createBreaker, type Breaker } from './breaker.ts';

const DEFAULT_TIMEOUT_MS = 15_000;
const ATTEMPTS = 3;
const MS_PER_SECOND = 1_000;
/** Of a proxy that finds nobody behind it, and of an engine that starts or is being upgraded. */
const BROKEN: ReadonlySet<number> = new Set([502, 503, 504]);
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;
/** Codes of a connection that never came to be, so that nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a call took. */
export interface Cost {
  requests: number;
  engineMs: number;
  bytesOut: number;
  bytesIn: number;
}

interface CallOptions {
  readonly link: Link;
  readonly requestId: string;
  readonly tenant: EngineCtx['tenant'];
  /** False for reads: whatever they send may be sent twice, and no outcome of theirs is unknown. */
  readonly changes: boolean;
  readonly timeoutMs?: number | undefined;
  readonly signal: AbortSignal;
  readonly clock: EngineCtx['clock'];
  readonly log: EngineCtx['log'];
}

interface CertificateAt extends Pick<Link, 'url' | 'trusted'> {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface EngineCalls {
  /** The context of one call, and what it has cost so far. */
  open(options: CallOptions): { readonly ctx: EngineCtx; readonly cost: Cost };
  /** The certificate at an instance's https address, past the same guard. @throws HttpError when there is no handshake */
  certificate(at: CertificateAt): Promise<Certificate>;
  /** Milliseconds until an instance is asked again; 0: nothing is wrong with it. For status pages and metrics. */
  restMs(instanceId: string): number;
}

/** Words for whoever called. The cause stays in the log: it may name hosts. */
const unreachable = (cause: unknown, retryAfterSeconds?: number): AppError =>
  new AppError('engine_unreachable', {
    cause,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });

const outcomeUnknown = (cause?: unknown): AppError => new AppError('engine_outcome_unknown', { cause });

export interface EngineCallsOptions {
  /** Milliseconds, for the breakers: a test's clock may leap. */
  readonly now?: () => number;
  /** Where an address really leads: a test's stand-ins have none that anybody could write down. */
  readonly reach?: (url: string) => string;
}

export function createEngineCalls(options: EngineCallsOptions = {}): EngineCalls {
  const { now = monotonic, reach = (url) => url } = options;
  const breakers = new Map<string, Breaker>();
  const breakerOf = (id: string): Breaker => {
    const found = breakers.get(id) ?? createBreaker();
    breakers.set(id, found);
    return found;
  };

  function open({ link, changes, timeoutMs = DEFAULT_TIMEOUT_MS, signal, ...rest }: CallOptions) {
    const cost: Cost = { requests: 0, engineMs: 0, bytesOut: 0, bytesIn: 0 };
    const end = monotonic() + timeoutMs;
    const breaker = breakerOf(link.instanceId);

    async function http(request: EngineRequest): Promise<EngineResponse> {
      const { method, path, headers, body, maxResponseBytes } = request;
      const restMs = breaker.restMs(now());
      if (restMs > 0) throw unreachable('resting', Math.ceil(restMs / MS_PER_SECOND));
      const leftMs = Math.max(1, Math.round(end - monotonic()));
      const harmless = request.harmless ?? (!changes || method === 'GET');
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const sent: HttpRequest = {
        method,
        url: reach(link.url) + path,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && typeof body !== 'string' && { 'content-type': 'application/json' }),
          ...headers,
        },
        timeoutMs: Math.min(request.timeoutMs ?? leftMs, leftMs),
        signal,
        ...(text !== undefined && { body: text }),
        ...(maxResponseBytes !== undefined && { maxResponseBytes }),
        ...(harmless && { retry: { attempts: ATTEMPTS, totalMs: leftMs, repeatable: true } }),
        ...(!link.trusted && reach(link.url) === link.url && { guard: 'public' as const }),
      };
      const began = monotonic();
      cost.requests += 1;
      cost.bytesOut += text === undefined ? 0 : Buffer.byteLength(text);
      let answer: HttpResponse;
      try {
        answer = await httpRequest(sent);
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        // A caller who hangs up, and an answer that is too large, say nothing about the engine.
        if (error.kind !== 'aborted' && error.kind !== 'too_large') breaker.ended(true, now());
        const unsent = error.kind === 'blocked' || error.kind === 'dns' || UNSENT.has(error.code ?? '');
        throw harmless || unsent ? unreachable(error) : outcomeUnknown(error);
      } finally {
        cost.engineMs += monotonic() - began;
      }
      cost.bytesIn += Buffer.byteLength(answer.text);
      breaker.ended(BROKEN.has(answer.status), now());
      if (BROKEN.has(answer.status)) {
        const cause = `HTTP ${answer.status}`;
        throw harmless || answer.status === 503 ? unreachable(cause) : outcomeUnknown(cause);
      }
      return { ...answer, json: () => parse(answer, harmless) };
    }

    const ctx: EngineCtx = { link, signal, http, ...rest };
    return { ctx, cost };
  }

  const certificate = async ({ url, trusted, ...limits }: CertificateAt): Promise<Certificate> =>
    lookAtCertificate({
      url: reach(url),
      ...limits,
      ...(!trusted && reach(url) === url && { guard: 'public' as const }),
    });

  return { open, certificate, restMs: (id) => breakers.get(id)?.restMs(now()) ?? 0 };
}

// oxlint-disable-next-line typescript/no-explicit-any -- its caller names the shape (core/engine.ts)
function parse({ status, headers, text }: HttpResponse, harmless: boolean): any {
  const type = headers['content-type'] ?? '';
  // A failure changed nothing, and a redirect did nothing but point elsewhere.
  const fail = (cause: string): AppError =>
    harmless || status >= 300 ? unreachable(cause) : outcomeUnknown(cause);
  if (!JSON_TYPE.test(type)) throw fail(`HTTP ${status}, ${type || 'no content type'} instead of JSON`);
  try {
    return JSON.parse(text);
  } catch {
    throw fail(`HTTP ${status}, JSON that breaks off`);
  }
}
