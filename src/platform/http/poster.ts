import { Agent, type Dispatcher } from 'undici';
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
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface PosterOptions {
  /** Whether addresses of this very machine go, and http to them: for development. */
  readonly loopback: boolean;
  /** For one message, from the name's look-up to the answer's head. */
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
  post(url: string, headers: Record<string, string>, body: string, signal?: AbortSignal): Promise<Posted>;
  /** Asks whether messages could go to an address, without sending one. @throws HttpError blocked */
  vet(url: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The guard of decision 12 with connections that are kept: the check happens in the look-up that a connection is made
 * by, so whatever is sent over it later goes to the address that was checked. https only, no redirects, no proxy.
 */
export function createPoster(options: PosterOptions): Poster {
  const { loopback, timeoutMs = DEFAULT_TIMEOUT_MS, resolve = resolveBySystem } = options;
  const shared = { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const outside = new Agent({
    ...shared,
    // The name of the target would be another one for each connection; errors get theirs in `post`.
    connect: { lookup: publicLookup('POST', resolve), timeout: timeoutMs },
  });
  const inside = new Agent({ ...shared, connect: { timeout: timeoutMs } });

  /** @throws HttpError blocked */
  function wayTo(text: string): { url: URL; agent: Agent; target: string } {
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

  async function post(
    text: string,
    headers: Record<string, string>,
    body: string,
    signal?: AbortSignal,
  ): Promise<Posted> {
    const { url, agent, target } = wayTo(text);
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop.abort();
    }, timeoutMs);
    signal?.addEventListener('abort', abort);
    let answer: Dispatcher.ResponseData;
    try {
      answer = await agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers,
        body,
        signal: stop.signal,
      });
    } catch (error) {
      if (error instanceof HttpError) throw error;
      if (signal?.aborted) throw new HttpError('aborted', `${target}: aborted`);
      if (late) throw new HttpError('timeout', `${target}: no answer within ${timeoutMs} ms`);
      const code = codeOf(error);
      throw new HttpError(kindOf(code), `${target}: ${code ?? 'failed'}`, code);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
    const flat = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(flat) as Record<string, string>,
      head: await readHead(answer.body, Math.min(timeoutMs, BODY_MS)),
    };
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
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}

/** The status counts, whatever becomes of the rest: too long, too slow or broken off. */
async function readHead(body: Dispatcher.ResponseData['body'], limitMs: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => body.destroy(), limitMs);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (bytes < HEAD_BYTES) chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes > DRAIN_BYTES) break;
    }
  } catch {
    // What came counts.
  } finally {
    clearTimeout(timer);
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, HEAD_BYTES));
}
