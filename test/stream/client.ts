import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { until } from '#test/jobs/company.ts';

interface Frame {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: { readonly [key: string]: unknown };
}

export interface Listener {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Of a refusal. */
  readonly body: () => Promise<{ code: string; errors?: { field: string }[] }>;
  readonly frames: Frame[];
  /** As the browser would send it when it comes back. */
  lastId(): string | undefined;
  /** Heartbeats seen. */
  beats(): number;
  readonly ended: () => boolean;
  /** Stops reading without going away. */
  pause(): void;
  resume(): void;
  close(): void;
  /** Names of what came, in order. */
  names(): string[];
  until(what: string, holds: (frames: readonly Frame[]) => boolean): Promise<void>;
}

/** A client of server-sent events that does what browsers do with what comes. */
export async function listen(
  port: number,
  {
    query = '',
    token,
    headers = {},
  }: { query?: string; token?: string | undefined; headers?: Record<string, string> } = {},
): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked: ClientRequest = httpRequest(
    {
      port,
      host: '127.0.0.1',
      path: `/events/stream${query}`,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    },
    resolve,
  );
  asked.on('error', reject);
  asked.end();
  const response = await promise;
  const frames: Frame[] = [];
  let text = '';
  let last: string | undefined;
  let beats = 0;
  let ended = false;
  let whole = '';
  response.setEncoding('utf8');
  response.on('error', () => {});
  response.on('close', () => (ended = true));
  response.on('data', (chunk: string) => {
    if (response.statusCode !== 200) {
      whole += chunk;
      return;
    }
    const parts = (text + chunk).split('\n\n');
    text = parts.pop()!;
    for (const part of parts) take(part);
  });

  function take(part: string): void {
    const field = (name: string): string | undefined => part.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
    last = field('id') ?? last;
    const data = field('data');
    if (data === undefined) {
      if (part.startsWith(':')) beats++;
      return;
    }
    frames.push({ id: field('id'), event: field('event')!, data: JSON.parse(data) as Frame['data'] });
  }

  return {
    status: response.statusCode!,
    headers: response.headers,
    body: async () => {
      await until('the refusal is there', () => ended);
      return JSON.parse(whole) as { code: string };
    },
    frames,
    lastId: () => last,
    beats: () => beats,
    ended: () => ended,
    pause: () => void response.pause(),
    resume: () => void response.resume(),
    close: () => void response.destroy(),
    names: () => frames.map(({ event }) => event),
    until: (what, holds) => until(what, () => holds(frames)),
  };
}
