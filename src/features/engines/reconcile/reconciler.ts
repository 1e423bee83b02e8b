import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { Pool } from '#platform/db/pool.ts';
import { startLeased, type LeasedLoop } from '#platform/leased.ts';
import { converge, LostLease, type Convergence } from './converge.ts';
import { awaitTurn, keepLease, leaseDue, release, type Lease } from './store.ts';

const POLL_MS = 1_000;
/** Companies' engines that one process works on at a time. */
const AT_A_TIME = 8;
/** Companies that one instance is worked on for at a time, over all processes, unless its engine says otherwise. */
const PER_INSTANCE = 4;
/** A company that is gone. */
const QUIET: ReadonlySet<string> = new Set(['unauthenticated']);

export interface ReconcilerOptions extends Omit<Convergence, 'worker' | 'random'> {
  /** Role relay's: looks over all companies. */
  readonly relay: Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs work inside a company, in the name of the reconciler. */
  readonly inside: (
    place: { tenantId: string; requestId: string; signal: AbortSignal },
    work: (ctx: Ctx) => Promise<void>,
  ) => Promise<void>;
  /** Shorter for tests. */
  readonly pollMs?: number;
  /** Companies' engines that this process works on at a time; 8. */
  readonly atATime?: number;
}

/**
 * Brings what companies have in engines to what they are to have. One process works on a company's engine at a time, by a
 * lease; a bound per process and one per instance keep a restart from becoming a herd.
 */
export function startReconciler(options: ReconcilerOptions): LeasedLoop {
  const { relay, clock, log, engines, inside, pollMs = POLL_MS, atATime = AT_A_TIME } = options;
  const worker = clock.id();
  const connectors = new Map(
    engines.flatMap(({ name, connector }) => (connector ? [[name, connector] as const] : [])),
  );
  const limits = Object.fromEntries(
    // An engine that this release doesn't know stays as it is, until one does.
    [...connectors].map(([name, { provisioner }]) => [name, provisioner?.atATime ?? PER_INSTANCE]),
  );
  return startLeased<Lease>({
    atATime,
    pollMs,
    log,
    about: ({ tenantId, engine }) => ({ tenantId, engine }),
    words: { waiting: 'engines wait for the database', interrupted: 'work on an engine was interrupted' },
    take: async (room) => {
      const [, found] = await relay.batch([awaitTurn, leaseDue(worker, clock.now(), room, limits)]);
      return found;
    },
    keep: async (lease) => (await relay.batch([keepLease(worker, lease)]))[0].length > 0,
    release: (lease) => relay.batch([release(worker, lease)]),
    work: ({ tenantId, engine }, signal) =>
      inside({ tenantId, requestId: `engine-${engine}-${clock.id()}`, signal }, (ctx) =>
        converge(ctx, engine, connectors.get(engine)!, { ...options, worker, random: Math.random }),
      ),
    isQuiet: (error) => error instanceof LostLease || (error instanceof AppError && QUIET.has(error.code)),
  });
}
