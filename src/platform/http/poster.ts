import { Agent, type Dispatcher } from 'undici';
import { LRUCache } from 'lru-cache';
import { monotonic } from '#platform/clock.ts';
import { isPublicAddress } from './address.ts';
import { checkUrl, publicLookup, resolveBySystem, type Resolve } from './guard.ts';
import { codeOf, HttpError, kindOf } from './message.ts';

const DEFAULT_TIMEOUT_MS = 15_000;
/** How long a connection waits for the next message. */
const KEEP_ALIVE_MS = 10_000;
/** Of an answer, for the log. */
const HEAD_BYTES = 2_048;
/** A longer answer isn't read to its end, which costs the connection. */
const DRAIN_BYTES = 65_536;
/** The status has come: what follows may take so long. */
const BODY_MS = 2_000;
/** A name is resolved once for an address that somebody wants to use. */
const VET_MS = 2_000;
/** Addresses whose parts are remembered. */
const MAX_WAYS = 1_000;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface PosterOptions {
  /** Whether addresses of this very machine go, and http to them: for development. */
  readonly loopback: boolean;
  /** For a connection to come about, and again for the answer's head. */
  readonly timeoutMs?: number;
  /** What a test replaces to play the resolver. */
  readonly resolve?: Resolve;
}

/** An answer, of any status: redirects are never followed. */
export interface Posted {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first 2 kB of the body, as text. */
  readonly head: string;
}

export interface Poster {
  /** @throws HttpError when no status came; `blocked` is the guard's refusal */
  post(url: string, headers: Record<string, string>, body: string): Promise<Posted>;
  /** Asks whether messages could go to an address, without sending one. @throws HttpError blocked */
  vet(url: string): Promise<void>;
  /** What is under way ends as `aborted`. */
  close(): Promise<void>;
}

interface Way {
  readonly url: URL;
  readonly agent: Agent;
  readonly target: string;
}

/**
 * The guard of decision 12 with connections that are kept: the check happens in the look-up that a connection is made
 * by, so whatever is sent over it later goes to the address that was checked. https only, no redirects, no proxy.
 */
export function createPoster(options: PosterOptions): Poster {
  const { loopback, timeoutMs = DEFAULT_TIMEOUT_MS, resolve = resolveBySystem } = options;
  const limitMs = Math.min(timeoutMs, BODY_MS);
  const shared = { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: timeoutMs, bodyTimeout: limitMs };
  const outside = new Agent({
    ...shared,
    // The name of the target would be another one for each connection; errors get theirs in `post`.
    connect: { lookup: publicLookup('POST', resolve), timeout: timeoutMs },
  });
  const inside = new Agent({ ...shared, connect: { timeout: timeoutMs } });

  let closed = false;

  const known = new LRUCache<string, Way>({ max: MAX_WAYS });

  function wayTo(text: string): Way {
    let way = known.get(text);
    if (!way) known.set(text, (way = findWay(text)));
    return way;
  }

  /** @throws HttpError blocked */
  function findWay(text: string): Way {
    const url = URL.parse(text);
    if (!url) throw new HttpError('other', 'POST: not a web address');
    // The path may hold the receiver's secret.
    const target = `POST ${url.origin}`;
    // As it is written: 2130706433 and its like are nobody's honest way to say 127.0.0.1.
    const plain = /^https?:$/.test(url.protocol) && `${text.toLowerCase()}/`.startsWith(`${url.origin}/`);
    if (loopback && plain && LOOPBACK.has(url.hostname)) return { url, agent: inside, target };
    checkUrl({ url: text, httpsOnly: true }, url, target);
    return { url, agent: outside, target };
  }

  function post(text: string, headers: Record<string, string>, body: string): Promise<Posted> {
    return new Promise((done, reject) => {
      const { url, agent, target } = wayTo(text);
      const path = `${url.pathname}${url.search}`;
      const fail = (error: Error): void => {
        if (error instanceof HttpError) return reject(error);
        if (closed) return reject(new HttpError('aborted', `${target}: aborted`));
        const code = codeOf(error);
        return reject(new HttpError(kindOf(code), `${target}: ${code ?? 'failed'}`, code));
      };
      agent.dispatch(
        { origin: url.origin, path, method: 'POST', headers, body },
        reader(limitMs, done, fail),
      );
    });
  }

  async function vet(text: string): Promise<void> {
    const { url, agent, target } = wayTo(text);
    if (agent === inside) return;
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isPublicAddress(host)) return;
    await new Promise<void>((done, fail) => {
      // A name server that is slow or knows nothing says nothing against the address: each connection asks again.
      const timer = setTimeout(done, VET_MS);
      resolve(host, (error, found) => {
        clearTimeout(timer);
        if (error || found.every(({ address }) => isPublicAddress(address))) done();
        else fail(new HttpError('blocked', `${target}: the host is not on the public internet`));
      });
    });
  }

  return {
    post,
    vet,
    close: async () => {
      closed = true;
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}

/**
 * Takes an answer as it comes, without a stream around it: that costs half of a message. The status counts, whatever
 * becomes of the rest: too long, too slow or broken off.
 */
function reader(
  limitMs: number,
  resolve: (posted: Posted) => void,
  fail: (error: Error) => void,
): Dispatcher.DispatchHandler {
  let posted: { status: number; headers: Record<string, string> } | undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  let until = 0;
  const end = (): void => {
    if (!posted) return;
    const head = bytes === 0 ? '' : Buffer.concat(chunks).subarray(0, HEAD_BYTES).toString();
    resolve({ ...posted, head });
  };
  return {
    onRequestStart() {},
    onResponseStart(_controller, status, headers) {
      // 1xx: the answer is still to come.
      if (status < 200) return;
      until = monotonic() + limitMs;
      const flat: Record<string, string> = {};
      for (const name in headers) {
        const value = headers[name];
        if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
      }
      posted = { status, headers: flat };
    },
    onResponseData(controller, chunk) {
      if (bytes < HEAD_BYTES) chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes <= DRAIN_BYTES && monotonic() < until) return;
      end();
      controller.abort(new Error('enough'));
    },
    onResponseEnd: end,
    onResponseError(_controller, error) {
      if (posted) end();
      else fail(error);
    },
  };
}
