import type { ServerResponse } from 'node:http';
import type { Actor } from '#core/actor.ts';
import { AppError, toAppError } from '#core/errors.ts';
import type { PublishedEvent } from '#core/event.ts';
import type { Broadcast, Follower } from '#kernel/broadcast.ts';
import { monotonic } from '#platform/clock.ts';

/** Nobody gets anything new whose credential nobody could ask about for longer than this. */
const BELIEF_MS = 5_000;
const RETRY_MS = 1_000;

/** What `events.list` answers. */
export interface Page {
  readonly data: readonly PublishedEvent[];
  readonly position: number;
  readonly nextCursor: string | null;
}

export interface StreamOptions {
  /** Its head has been sent. */
  readonly raw: ServerResponse;
  readonly tenantId: string;
  readonly broadcast: Broadcast;
  /** Names that the caller may see and wants. */
  readonly sees: (actor: Actor) => ReadonlySet<string>;
  /** Reads what no longer lies in memory. @throws AppError */
  readonly page: (after: number) => Promise<Page>;
  readonly actor: Actor;
  /** Where it begins, and the page that follows there. */
  readonly start: number;
  readonly first: Page;
  readonly onClose: () => void;
}

export interface Stream {
  readonly confirm: (actor: Actor) => void;
  /** Tells the client why, and where to go on from. */
  readonly end: (error: AppError) => void;
  readonly beat: () => void;
  /** Cuts off a client that has read nothing for so long. */
  readonly dropIfStalled: (stallMs: number) => void;
}

/**
 * One client. There is no queue of its own: it takes what lies ready from its position on, as fast as it reads, and
 * falls back to reading pages when it lost touch. So nothing is skipped, and a slow client costs one page of memory.
 */
export function startStream(options: StreamOptions): Stream {
  const { raw, broadcast, tenantId, start, first, page } = options;
  let { position } = first;
  let names = options.sees(options.actor);
  let confirmedAt = monotonic();
  let blockedAt: number | undefined;
  let seenBlockedAt: number | undefined;
  let reading = false;
  let ended = false;

  function write(text: string): void {
    if (text !== '' && !raw.write(text)) blockedAt ??= monotonic();
  }

  async function readPage(): Promise<void> {
    reading = true;
    try {
      const { data, position: at } = await page(position);
      if (ended) return;
      position = at;
      write(frames(data));
    } catch (error) {
      const known = toAppError(error);
      if (known.code !== 'unavailable') return end(known);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    } finally {
      reading = false;
    }
    pump();
  }

  function pump(): void {
    if (ended || reading || blockedAt !== undefined || monotonic() - confirmedAt > BELIEF_MS) return;
    const heard = following.after(position);
    if (!heard) return void readPage();
    let text = '';
    for (const one of heard) if (names.has(one.name)) text += frame(one.position, one.name, one.text);
    position = heard.at(-1)?.position ?? position;
    write(text);
  }

  function close(): void {
    if (ended) return;
    ended = true;
    following.leave();
    options.onClose();
  }

  function end({ code }: AppError): void {
    if (ended) return;
    const blocked = blockedAt !== undefined;
    close();
    // Who doesn't read wouldn't read this either, and would hold the connection open.
    if (blocked) raw.destroy();
    else raw.end(`event: end\ndata: ${JSON.stringify({ code, position })}\n\n`);
  }

  const follower: Follower = {
    get position() {
      return position;
    },
    wake: pump,
    end,
  };
  const following = broadcast.follow(tenantId, follower);
  raw.on('drain', () => {
    blockedAt = undefined;
    pump();
  });
  raw.once('close', close);
  // The position is for whoever loses the connection before anything happens.
  write(`retry: ${reconnectMs()}\nid: ${start}\n\n`);
  write(frames(first.data));
  pump();

  return {
    confirm(actor) {
      confirmedAt = monotonic();
      names = options.sees(actor);
      pump();
    },
    end,
    beat: () => {
      if (blockedAt === undefined) write(`:\nid: ${position}\n\n`);
    },
    dropIfStalled(stallMs) {
      // Seen blocked before, at another look: if it was us who did nothing for so long, it had a chance since.
      const seen = seenBlockedAt;
      seenBlockedAt = blockedAt;
      if (blockedAt === undefined || blockedAt !== seen || monotonic() - blockedAt < stallMs) return;
      close();
      raw.destroy();
    },
  };
}

const frame = (position: number, name: string, text: string): string =>
  `id: ${position}\nevent: ${name}\ndata: ${text}\n\n`;

const frames = (events: readonly PublishedEvent[]): string =>
  events.map((event) => frame(event.position, event.name, JSON.stringify(event))).join('');

const RECONNECT_MIN_MS = 1_000;
const RECONNECT_SPREAD_MS = 2_000;

/** Not the same for all: after a restart they would all come at once. */
const reconnectMs = (): number => RECONNECT_MIN_MS + Math.floor(Math.random() * RECONNECT_SPREAD_MS);
