import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { defineOperation } from '#core/operation.ts';
import { httpStream, type HttpStream } from '#platform/http.ts';
import type { Credential } from './credentials.ts';
import { report } from './report.ts';
import { queryOf } from './request.ts';
import { write } from './terminal.ts';
import { EXIT, type Call } from './types.ts';

/** Three signs of life that didn't come. */
const SILENCE_MS = 45_000;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 15_000;
/** Refusals that may be over soon. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** No operation of the API's: the command line's own way to follow its stream. */
export const listenOperation = defineOperation({
  name: 'events.listen',
  route: 'GET /events/stream',
  summary: 'Follow what happens in the company: one line of JSON per event.',
  description: 'Until Ctrl-C. When the connection breaks, it goes on where it was.',
  effect: 'read',
  access: [{ scope: 'events:read' }],
  input: z.strictObject({
    after: z.int().min(0).optional().describe('Begin after this position instead of now.'),
    names: z.array(z.string()).optional().describe('Only events of these names, e.g. contact.created.'),
  }),
  output: z.object({}),
  examples: [],
  run: () => Promise.reject(new Error('the stream answers this')),
});

interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
}

const field = (block: string, name: string): string | undefined =>
  block
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);

async function* framesOf(chunks: AsyncIterable<string>): AsyncGenerator<Frame> {
  let rest = '';
  for await (const chunk of chunks) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks)
      yield { id: field(block, 'id'), event: field(block, 'event'), data: field(block, 'data') };
  }
}

/** Prints events until the API ends it for good. @throws HttpError when it can't even begin */
export async function follow(call: Call, credential: Credential): Promise<number> {
  const { env, url, input } = call;
  let { token } = credential;
  let at: string | undefined;
  let retryMs = RETRY_MIN_MS;
  let renewed = false;

  const connect = (signal: AbortSignal): Promise<HttpStream> =>
    httpStream({
      url: `${url}/events/stream${queryOf(input)}`,
      signal,
      headers: {
        accept: 'text/event-stream, application/problem+json',
        'accept-language': env.config.language,
        'user-agent': 'smarteros-cli',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(at !== undefined && { 'last-event-id': at }),
      },
    });

  /** Answers the exit code when it is over. */
  async function once(): Promise<number | undefined> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const { status, headers, chunks } = await connect(silence.signal);
      if (status !== 200) {
        let text = '';
        for await (const chunk of chunks) text += chunk;
        if (status === 401 && credential.renew && !renewed) {
          ({ token } = await credential.renew());
          renewed = true;
          return undefined;
        }
        if (at !== undefined && PASSING.has(status)) return undefined;
        return await report({ status, headers, text }, call, credential.bearer);
      }
      renewed = false;
      retryMs = RETRY_MIN_MS;
      for await (const { id, event, data } of framesOf(chunks)) {
        timer.refresh();
        if (event === 'end') {
          const { code } = JSON.parse(data!) as { code: string };
          // Who comes back is told why not, in words.
          if (code !== 'unavailable') retryMs = 0;
          return undefined;
        }
        if (env.stdout.destroyed) return EXIT.ok;
        if (data !== undefined) await write(env.stdout, `${data}\n`);
        at = id ?? at;
      }
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  for (;;) {
    try {
      const code = await once();
      if (code !== undefined) return code;
    } catch (error) {
      if (at === undefined) throw error;
    }
    await sleep(retryMs);
    retryMs = Math.min(Math.max(retryMs, RETRY_MIN_MS) * 2, RETRY_MAX_MS);
  }
}
