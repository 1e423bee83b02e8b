import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { monotonic } from '#platform/clock.ts';
import type { Pool } from '#platform/db/pool.ts';
import { startLeased, type LeasedLoop } from '#platform/leased.ts';
import { NAMES } from './names.ts';
import { keepLease, leaseLanes, openLanes, release, type Lease } from './store.ts';
import { takeLaneTurn, type TurnOptions } from './turn.ts';

const POLL_MS = 1_000;
/** How often engines without a lane are looked for. */
const OPEN_MS = 10_000;
/** Lanes that one process works on at a time. */
const AT_A_TIME = 4;
/** A company that is gone, or suspended meanwhile. */
const QUIET: ReadonlySet<string> = new Set(['unauthenticated', 'tenant_suspended', 'tenant_closing']);

export interface ContactSyncOptions extends Omit<TurnOptions, 'worker' | 'random'> {
  readonly engines: readonly EngineDefinition[];
  /** Role relay's: looks over all companies. */
  readonly relay: Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs work inside a company, as its jobs do. */
  readonly inside: (
    place: { tenantId: string; label: string; requestId: string; signal: AbortSignal },
    work: (ctx: Ctx) => Promise<void>,
  ) => Promise<void>;
  /** Shorter for tests. */
  readonly pollMs?: number;
}

/**
 * Keeps contacts the same here and in engines. Each engine of a company is a lane that one process works on at a time,
 * for some seconds; then others come first. So an engine that is down delays itself alone, and a hundred thousand
 * imported contacts go there at its pace without a job of their own.
 */
export function startContactSync(options: ContactSyncOptions): LeasedLoop {
  const { engines, relay, clock, log, inside, pollMs = POLL_MS } = options;
  const worker = clock.id();
  const definitions = new Map(
    engines.flatMap(({ name, connector }) =>
      connector?.contacts ? [[name, connector.contacts] as const] : [],
    ),
  );
  const names = [...definitions.keys()];
  let openAt = 0;
  return startLeased<Lease>({
    atATime: AT_A_TIME,
    pollMs,
    log,
    about: ({ tenantId, engine }) => ({ tenantId, engine }),
    words: {
      waiting: 'contacts wait for the database',
      interrupted: 'keeping contacts the same was interrupted',
    },
    take: async (room) => {
      if (names.length === 0) return [];
      if (monotonic() >= openAt) {
        openAt = monotonic() + Math.min(OPEN_MS, pollMs * 10);
        await relay.batch([openLanes(names, clock.now())]);
      }
      const [found] = await relay.batch([leaseLanes(worker, names, NAMES, clock.now(), room)]);
      return found;
    },
    keep: async (lease) => (await relay.batch([keepLease(worker, lease)]))[0].length > 0,
    release: (lease) => relay.batch([release(worker, lease)]),
    work: ({ tenantId, engine }, signal) =>
      inside(
        { tenantId, label: `contact_sync.${engine}`, requestId: `contacts-${clock.id()}`, signal },
        (ctx) =>
          takeLaneTurn(ctx, engine, definitions.get(engine)!, { ...options, worker, random: Math.random }),
      ),
    isQuiet: (error) => error instanceof AppError && QUIET.has(error.code),
  });
}
