import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { PublishedEvent } from '#core/event.ts';
import { monotonic } from '#platform/clock.ts';
import { eventsAfter, listenForPublished, span } from '#platform/db/events.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { openSession, type Session } from '#platform/db/session.ts';
import { createBell } from '#platform/bell.ts';
import { JOB_CREDENTIAL } from './job-db.ts';

/** How late an event can be when its notice is lost, and how soon a company's suspension is noticed. */
const POLL_MS = 3_000;
/** Notices are gathered for so long: a busy company is read fifty times a second, however many events it has. */
const PACE_MS = 20;
const PAGE = 500;
/** Companies that are read at a time. */
const READERS = 4;
/** What is kept for followers that are a little behind, per company; those further behind read for themselves. */
const KEPT_CHARACTERS = 64 * 1024;
const RECONNECT_MIN_MS = 250;
const RECONNECT_MAX_MS = 3_000;
/** What the database says of a company in which nothing goes on. */
const SHUT: ReadonlySet<string> = new Set(['tenant_suspended', 'tenant_closing', 'unauthenticated']);

/** An event, and its JSON, made once for all who get it. */
interface Heard {
  readonly position: number;
  readonly name: string;
  readonly text: string;
}

export interface Follower {
  /** How far it has come: what lies before that may be forgotten. */
  readonly position: number;
  /** Something new may be there. It doesn't throw. */
  wake(): void;
  /** The company is suspended, closing or gone; the follower leaves. */
  end(error: AppError): void;
}

export interface Following {
  /** What came after a position, as far as it is known; undefined when a part of it is no longer in memory. */
  after(position: number): readonly Heard[] | undefined;
  /** How far the company has been read. */
  newest(): number;
  leave(): void;
}

export interface Broadcast {
  follow(tenantId: string, follower: Follower): Following;
  stop(): Promise<void>;
}

interface Channel {
  readonly tenantId: string;
  readonly followers: Set<Follower>;
  /** All that happened in (from, position], in order. */
  from: number;
  position: number;
  kept: Heard[];
}

export interface BroadcastOptions {
  readonly pool: Pool;
  /** Past any pooler, as role app: LISTEN needs a connection of its own. */
  readonly url: string;
  /** Events that go out at all. */
  readonly names: readonly string[];
  readonly log: Log;
  readonly pollMs?: number;
}

/**
 * The one reader of published events in this process: a company that anybody follows is read once per notice of the
 * relay, inside its fence, and handed to all of its followers. While nobody follows there is no connection.
 */
export function createBroadcast(options: BroadcastOptions): Broadcast {
  const { pool, url, names, log, pollMs = POLL_MS } = options;
  const channels = new Map<string, Channel>();
  /** Companies that may have something new. */
  const news = new Set<string>();
  const bell = createBell();
  let running: Promise<void> | undefined;
  let stopping = false;
  let retryMs = RECONNECT_MIN_MS;

  const markAll = (): void => {
    for (const tenantId of channels.keys()) news.add(tenantId);
  };

  function onNotification(payload: string): void {
    if (payload === '') markAll();
    for (const tenantId of payload.split(' ')) if (channels.has(tenantId)) news.add(tenantId);
    if (news.size > 0) bell.ring();
  }

  /** Reads until there is nothing more. @throws AppError when the company isn't live, or the database is away */
  async function read(channel: Channel): Promise<void> {
    for (let more = true; more && channel.followers.size > 0;) {
      const [, rows] = await pool.batch([
        enter(channel.tenantId, JOB_CREDENTIAL),
        eventsAfter(channel.position, names, PAGE),
      ]);
      const found = span(rows, PAGE);
      channel.kept.push(...found.events.map(toHeard));
      channel.position = found.position;
      for (const follower of channel.followers) follower.wake();
      forget(channel);
      ({ more } = found);
    }
  }

  async function readTenant(tenantId: string): Promise<void> {
    const channel = channels.get(tenantId);
    if (!channel) return;
    try {
      await read(channel);
    } catch (error) {
      if (!(error instanceof AppError) || !SHUT.has(error.code)) throw error;
      for (const follower of channel.followers) follower.end(error);
    }
  }

  async function readNews(): Promise<void> {
    const waiting = [...news];
    news.clear();
    const reader = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await readTenant(next);
    };
    await Promise.all(Array.from({ length: READERS }, reader));
  }

  async function serve(session: Session): Promise<void> {
    let lost = false;
    const onLoss = async (): Promise<void> => {
      await session.gone;
      lost = true;
      bell.ring();
    };
    void onLoss();
    let due = 0;
    while (!stopping && !lost) {
      if (monotonic() >= due) {
        if (channels.size === 0) return;
        // Time and again: a connection that is dead without knowing it is found out this way.
        await session.batch([listenForPublished]);
        markAll();
        due = monotonic() + pollMs;
        retryMs = RECONNECT_MIN_MS;
      }
      await readNews();
      await sleep(PACE_MS);
      if (news.size === 0) await bell.wait(Math.max(0, due - monotonic()));
    }
  }

  async function run(): Promise<void> {
    while (!stopping && channels.size > 0) {
      let session: Session | undefined;
      try {
        session = await openSession({ url, name: 'smarteros stream', onNotification });
        await serve(session);
      } catch (error) {
        log.warn({ err: error, retryMs }, 'events can’t be read');
        await bell.wait(retryMs);
        retryMs = Math.min(retryMs * 2, RECONNECT_MAX_MS);
      } finally {
        await session?.end();
      }
    }
    running = undefined;
  }

  return {
    follow(tenantId, follower) {
      const { position } = follower;
      let channel = channels.get(tenantId);
      if (!channel) {
        channel = { tenantId, followers: new Set(), from: position, position, kept: [] };
        channels.set(tenantId, channel);
        // What came between its position and now.
        news.add(tenantId);
        bell.ring();
      }
      const joined = channel;
      joined.followers.add(follower);
      if (!stopping) running ??= run();
      return {
        after: (from) => after(joined, from),
        newest: () => joined.position,
        leave: () => {
          joined.followers.delete(follower);
          if (joined.followers.size === 0 && channels.get(tenantId) === joined) channels.delete(tenantId);
        },
      };
    },
    stop: async () => {
      stopping = true;
      bell.ring();
      await running;
    },
  };
}

const toHeard = (event: PublishedEvent): Heard => {
  const { id, name, version, position, occurredAt, data } = event;
  const text = JSON.stringify({ id, name, version, position, occurredAt, data });
  return { position, name, text };
};

function after({ from, kept }: Channel, position: number): readonly Heard[] | undefined {
  if (position < from) return undefined;
  const first = kept.findIndex((one) => one.position > position);
  return first === -1 ? [] : kept.slice(first);
}

/** Drops what all followers have, and then the oldest of what is too much to keep. */
function forget(channel: Channel): void {
  let least = channel.position;
  for (const follower of channel.followers) least = Math.min(least, follower.position);
  channel.from = Math.max(channel.from, least);
  channel.kept = channel.kept.filter((one) => one.position > least);
  let first = channel.kept.length;
  for (let size = 0; first > 0; first--) {
    size += channel.kept[first - 1]!.text.length;
    if (size > KEPT_CHARACTERS) break;
  }
  if (first === 0) return;
  channel.from = channel.kept[first - 1]!.position;
  channel.kept = channel.kept.slice(first);
}
