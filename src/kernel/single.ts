import type { Log } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import { tryLock } from '#platform/db/outbox.ts';
import { openSession, type Session } from '#platform/db/session.ts';
import { createBell } from '#platform/bell.ts';

/** How soon a standby notices that the active one has gone. */
const STANDBY_MS = 1_000;
const RECONNECT_MIN_MS = 250;
const RECONNECT_MAX_MS = 3_000;

export interface SingleOptions {
  /** Stands in the log, e.g. `relay`. */
  readonly name: string;
  /** Past any pooler: a session's lock and LISTEN need a connection of their own. */
  readonly url: string;
  readonly lock: number;
  readonly log: Log;
  readonly standbyMs?: number | undefined;
  /** Sent once it is the active one, e.g. LISTEN; notices end a pause. */
  readonly begin?: readonly Statement[];
  /** Some of the work. Answers how many milliseconds the next turn can wait; 0: there is more. */
  readonly turn: (session: Session) => Promise<number>;
}

export interface Single {
  /** Fulfilled once it works, or stands by for the one that does. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * A loop of which one per database is active, by an advisory lock on the very connection that it works on: whoever loses
 * the connection loses lock and transaction together, so two never work at a time.
 */
export function startSingle(options: SingleOptions): Single {
  const { name, url, lock, log, standbyMs = STANDBY_MS, begin = [], turn } = options;
  const bell = createBell();
  let stopping = false;
  let retryMs = RECONNECT_MIN_MS;
  let settled!: () => void;
  const ready = new Promise<void>((resolve) => (settled = resolve));

  async function work(session: Session): Promise<void> {
    if (begin.length > 0) await session.batch(begin);
    log.info({}, `${name} active`);
    while (!stopping) {
      const pauseMs = await turn(session);
      retryMs = RECONNECT_MIN_MS;
      settled();
      if (pauseMs > 0) await bell.wait(pauseMs);
    }
  }

  async function serve(session: Session): Promise<void> {
    while (!stopping) {
      const [[taken]] = await session.batch([tryLock(lock)]);
      if (taken!.held) return work(session);
      retryMs = RECONNECT_MIN_MS;
      settled();
      await bell.wait(standbyMs);
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      let session: Session | undefined;
      try {
        session = await openSession({ url, name: `smarteros ${name} session`, onNotification: bell.ring });
        await serve(session);
      } catch (error) {
        // Any fault ends the session, which hands the lock to a standby if there is one.
        log.warn({ err: error, retryMs }, `${name} interrupted`);
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
