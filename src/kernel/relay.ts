import type { Log } from '#core/context.ts';
import { listenForEvents, publishEvents, tryRelayLock, type Subscription } from '#platform/db/outbox.ts';
import { openSession, type Session } from '#platform/db/session.ts';
import { createBell } from '#platform/bell.ts';

/** Events per transaction: large enough to spread its cost, small enough for a short one. */
const BATCH_EVENTS = 500;
/** How late an event can be when its notice is lost. */
const POLL_MS = 1_000;
/** How soon a standby notices that the active relay has gone. */
const STANDBY_MS = 1_000;
const RECONNECT_MIN_MS = 250;
const RECONNECT_MAX_MS = 3_000;

export interface RelayOptions {
  /** Past any pooler, as role relay: a session's lock and LISTEN need a connection of their own. */
  readonly url: string;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  /** Called after events got their positions. */
  readonly published?: () => void;
  readonly pollMs?: number;
  readonly standbyMs?: number;
}

export interface Relay {
  /** Fulfilled once it moves events, or stands by for the relay that does. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Moves committed events to the queue. One per database is active, by an advisory lock on the very connection that
 * publishes: whoever loses the connection loses lock and transaction together, so two never publish at a time.
 */
export function startRelay(options: RelayOptions): Relay {
  const { url, subscriptions, log, pollMs = POLL_MS, standbyMs = STANDBY_MS } = options;
  const bell = createBell();
  let stopping = false;
  let retryMs = RECONNECT_MIN_MS;
  let settled!: () => void;
  const ready = new Promise<void>((resolve) => (settled = resolve));

  async function publish(session: Session): Promise<void> {
    await session.batch([listenForEvents]);
    log.info({}, 'relay active');
    while (!stopping) {
      const [[moved]] = await session.batch([publishEvents(BATCH_EVENTS, subscriptions)]);
      retryMs = RECONNECT_MIN_MS;
      settled();
      if (moved!.events > 0) {
        log.debug({ ...moved }, 'events published');
        options.published?.();
      }
      if (moved!.events < BATCH_EVENTS) await bell.wait(pollMs);
    }
  }

  async function serve(session: Session): Promise<void> {
    while (!stopping) {
      const [[lock]] = await session.batch([tryRelayLock()]);
      if (lock!.held) return publish(session);
      retryMs = RECONNECT_MIN_MS;
      settled();
      await bell.wait(standbyMs);
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let session: Session | undefined;
      try {
        session = await openSession({ url, name: 'smarteros relay session', onNotification: bell.ring });
        await serve(session);
      } catch (error) {
        // Any fault ends the session, which hands the lock to a standby if there is one.
        log.warn({ err: error, retryMs }, 'relay interrupted');
        await bell.wait(retryMs);
        retryMs = Math.min(retryMs * 2, RECONNECT_MAX_MS);
      } finally {
        await session?.end();
      }
    }
  }

  const ended = run();
  return {
    ready,
    stop: async () => {
      stopping = true;
      bell.ring();
      await ended;
    },
  };
}
