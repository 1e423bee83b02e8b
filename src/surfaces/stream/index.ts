import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#core/actor.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { isVisible, type EventDefinition } from '#core/event.ts';
import { rateHeaders } from '#kernel/admission.ts';
import type { Broadcast } from '#kernel/broadcast.ts';
import type { Kernel } from '#kernel/types.ts';
import type { Watch } from '#kernel/watch.ts';
import { knockOf, type Cookies } from '#surfaces/rest/knock.ts';
import { gone } from '#surfaces/rest/route.ts';
import type { createQuota } from './quota.ts';
import { createSlots } from './slots.ts';
import { startStream, type Page, type Stream } from './stream.ts';

const PATH = '/events/stream';
/** Below what proxies take for silence. */
const BEAT_MS = 15_000;
/** A client that reads nothing for so long while there is something for it. */
const STALL_MS = 30_000;
/** Pages that are read at a time for clients that come back or fell behind. */
const READERS = 4;
const PAGE = 200;

export interface StreamTiming {
  readonly beatMs?: number;
  readonly stallMs?: number;
}

export interface StreamsOptions extends StreamTiming {
  readonly kernel: Kernel;
  readonly cookies: Cookies;
  readonly broadcast: Broadcast;
  readonly watch: Watch;
  readonly quota: ReturnType<typeof createQuota>;
  readonly events: readonly EventDefinition[];
}

/**
 * `GET /events/stream`: what happens, as it happens (server-sent events). Who may come in, what is a valid request and
 * what was missed is all answered by the operation `events.list`.
 */
export function registerStream(app: FastifyInstance, options: StreamsOptions): void {
  const { kernel, cookies, broadcast, watch, quota, events, beatMs = BEAT_MS, stallMs = STALL_MS } = options;
  const list = kernel.catalogue.find('events.list')!;
  const inTurn = createSlots(READERS);
  const streams = new Set<Stream>();
  let stopping = false;

  const beat = setInterval(() => {
    for (const stream of streams) stream.beat();
  }, beatMs).unref();
  const drop = setInterval(() => {
    for (const stream of streams) stream.dropIfStalled(stallMs);
  }, stallMs / 2).unref();
  app.addHook('preClose', async () => {
    stopping = true;
    clearInterval(beat);
    clearInterval(drop);
    for (const stream of streams) stream.end(new AppError('unavailable'));
  });

  app.get(PATH, { exposeHeadRoute: false }, async (request, reply) => {
    const { after, names, tenant } = queryOf(request);
    const knock = knockOf(request, cookies);
    const caller = await kernel.admit({ ...knock, tenant: knock.tenant ?? tenant });
    if (stopping) throw new AppError('unavailable');
    const leave = quota.take(caller.actor);
    const signal = gone(reply);
    let actor = caller.actor;
    const ask = (input: object): Promise<Page> =>
      inTurn(async () => {
        const { text } = await kernel.run({
          operation: list,
          caller: { ...caller, actor },
          input: { ...input, ...(names && { names: [...names] }) },
          text: true,
          requestId: request.id,
          signal,
        });
        return JSON.parse(text) as Page;
      });
    const sees = ({ scopes }: Actor): ReadonlySet<string> =>
      new Set(
        events
          .filter((one) => isVisible(one, scopes) && (names?.includes(one.name) ?? true))
          .map(({ name }) => name),
      );

    let first: Page;
    try {
      first = await ask(
        after === undefined ? { latest: 'true', limit: '1' } : { after, limit: String(PAGE) },
      );
      if (signal.aborted || stopping) throw new AppError('unavailable');
    } catch (error) {
      leave();
      throw error;
    }
    const [start, missed] = after === undefined ? [first.position, []] : [Number(after), first.data];
    reply.headers({
      ...rateHeaders(caller.limit),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Nothing follows a stream: its connection must not hold up a process that stops.
      connection: 'close',
      // Otherwise nginx would gather events until a buffer is full.
      'x-accel-buffering': 'no',
    });
    reply.hijack();
    reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    const stream = startStream({
      raw: reply.raw,
      tenantId: actor.tenant!.id,
      broadcast,
      sees,
      page: (position) => ask({ after: String(position), limit: String(PAGE) }),
      actor,
      start,
      first: { ...first, data: missed },
      onClose: () => {
        leave();
        unwatch();
        streams.delete(stream);
      },
    });
    streams.add(stream);
    const unwatch = watch.add({
      caller,
      confirm: (now) => {
        actor = now;
        if (kernel.allows(now, list.operation)) stream.confirm(now);
        else stream.end(new AppError('insufficient_scope'));
      },
      end: stream.end,
    });
    return reply;
  });
}

interface Query {
  /** Text, as `events.list` reads it. */
  readonly after?: string | undefined;
  readonly names?: readonly string[] | undefined;
  readonly tenant?: string | undefined;
}

/** A browser that reconnects says by Last-Event-ID how far it came; its address still says where it began. */
function queryOf({ query, headers }: FastifyRequest): Query {
  const { after, names, tenant, ...others } = query as Record<string, string | string[] | undefined>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw invalidField(unknown.slice(0, MAX_FIELD), 'unknown', {
      en: 'is not known here',
      es: 'no se conoce aquí',
    });
  }
  const last = headers['last-event-id'];
  if (last !== undefined && (typeof last !== 'string' || !POSITION.test(last))) {
    throw invalidField('Last-Event-ID', 'type', {
      en: 'must be a position, like 42',
      es: 'debe ser una posición, como 42',
    });
  }
  for (const [name, value] of Object.entries({ after, tenant })) {
    if (Array.isArray(value)) throw invalidField(name, 'type', { en: 'is given twice', es: 'está repetido' });
  }
  return {
    after: last ?? (after as string | undefined),
    names: names === undefined ? undefined : [names].flat(),
    tenant: tenant as string | undefined,
  };
}

const MAX_FIELD = 50;
const POSITION = /^\d{1,15}$/;
