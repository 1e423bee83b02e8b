import type { Log } from '#core/context.ts';
import { listenForEvents, publishEvents, RELAY_LOCK, type Subscription } from '#platform/db/outbox.ts';
import { startSingle, type Single } from './single.ts';

/** Events per transaction: large enough to spread its cost, small enough for a short one. */
const BATCH_EVENTS = 500;
/** How late an event can be when its notice is lost. */
const POLL_MS = 1_000;

export interface RelayOptions {
  /** Past any pooler, as role relay. */
  readonly url: string;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  /** Called after events got their positions. */
  readonly published?: () => void;
  readonly pollMs?: number;
  readonly standbyMs?: number;
}

/** Moves committed events to the queue, one relay at a time. */
export function startRelay({
  subscriptions,
  published,
  log,
  pollMs = POLL_MS,
  ...options
}: RelayOptions): Single {
  return startSingle({
    ...options,
    name: 'relay',
    lock: RELAY_LOCK,
    log,
    begin: [listenForEvents],
    turn: async (session) => {
      const [[moved]] = await session.batch([publishEvents(BATCH_EVENTS, subscriptions)]);
      if (moved!.events > 0) {
        log.debug({ ...moved }, 'events published');
        published?.();
      }
      return moved!.events < BATCH_EVENTS ? pollMs : 0;
    },
  });
}
