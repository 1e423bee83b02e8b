import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import { AppError } from '#core/errors.ts';
import type { EventDefinition } from '#core/event.ts';
import { createBell } from '#platform/bell.ts';
import { monotonic } from '#platform/clock.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { HttpError, type HttpFailure, type Posted, type Poster } from '#platform/http.ts';
import type { Sealer } from '#platform/seal.ts';
import { bodyOf, eventsFor, keyOf, ROTATION_MS, signedHeaders } from '#features/webhooks/rules.ts';
import {
  dueAgain,
  findTarget,
  hurried,
  keepLease,
  lookedTo,
  moveCursor,
  newEvents,
  saveResults,
  unhurried,
  SCAN_EVENTS,
  type Due,
  type Lease,
  type Result,
  type Target,
} from './store.ts';
import { FAILING_MS, judge, toAttempt } from './verdict.ts';

/** Events read at a time, per message under way: those who are quick get them in larger portions. */
const READ_PER_MESSAGE = 25;
/** Messages to one endpoint at a time: at its first, while all goes well, and while nothing does. */
const FIRST_WINDOW = 4;
const MAX_WINDOW = 20;
const MIN_WINDOW = 2;
/** Outcomes are gathered so long before they are written together. */
const GATHER_MS = 20;
/** How often and how patiently outcomes are written while the database is away or busy. */
const WRITE_TRIES = 4;
const WRITE_PAUSE_MS = 1_000;
/** After so long an endpoint goes to the end of the line, if others wait. */
const TURN_MS = 10_000;
/** A lease lasts 20 s. */
const KEEP_MS = 5_000;
const MS_PER_SECOND = 1_000;
const JOB = { kind: 'job', id: null } as const;

export interface RunnerOptions {
  readonly pool: Pool;
  readonly poster: Poster;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly events: readonly EventDefinition[];
  /** Id of this process among those that lease endpoints. */
  readonly worker: string;
  /** Switches an endpoint off, in the name of the platform. */
  readonly disable: (lease: Lease, reason: 'gone' | 'failing') => Promise<void>;
  /** Called after each attempt: `delivered`, `failed` (given up) or `retried`. */
  readonly observe?: ((result: string, seconds: number) => void) | undefined;
  /** True while other endpoints wait for a place. */
  readonly crowded: () => boolean;
  /** Aborted when nothing more is to be sent. */
  readonly leave: AbortSignal;
}

/**
 * Sends what one endpoint waits for, until nothing is left, its turn is over, or it isn't ours any more. Messages start
 * in the order of their positions; one that fails is tried again later and holds no other up.
 * @throws AppError when its company is suspended or the database is away: what wasn't written down is sent again
 */
export async function serveEndpoint(lease: Lease, options: RunnerOptions): Promise<void> {
  const { pool, poster, sealer, clock, worker, observe } = options;
  const { endpointId } = lease;
  const door = enter(lease.tenantId, JOB);
  const until = monotonic() + TURN_MS;
  /** Read, but neither sent nor written down. */
  let queue: Due[] = [];
  /** Ids of what is read and not yet written down, with their positions when they are new. */
  const open = new Map<string, number | null>();
  /** Ids that were written down since the last reading began: what it found may be older. */
  const written = new Set<string>();
  let results: Result[] = [];
  let readTo: number | undefined;
  let target: Target | undefined;
  let keys: KeyObject[] = [];
  let names: string[] = [];
  let sending = 0;
  let window = FIRST_WINDOW;
  let drained = false;
  let pausedUntil: Date | null = null;
  let savedTo: number | null = null;
  let touched = 0;
  let reading: Promise<void> | undefined;
  let writing: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const bell = createBell();

  const over = (): boolean =>
    failure !== undefined ||
    target === undefined ||
    options.leave.aborted ||
    pausedUntil !== null ||
    (options.crowded() && monotonic() >= until);

  async function read(): Promise<void> {
    const now = clock.now();
    const most = READ_PER_MESSAGE * window;
    touched = monotonic();
    written.clear();
    const [, , [kept], [found], again] = await pool.batch([
      unhurried,
      door,
      keepLease(worker, endpointId),
      findTarget(endpointId),
      dueAgain(endpointId, now, most),
    ]);
    target = kept && found;
    if (!target || !kept) return;
    keys = keysOf(target, now);
    names = eventsFor(options.events, target.events, target.scopes);
    readTo ??= kept.position;
    const span = { after: readTo, to: kept.head };
    const [, fresh] = await pool.batch([door, newEvents(endpointId, span, names, most)]);
    let complete = false;
    if (fresh.length === most) readTo = fresh.at(-1)!.position!;
    else if (span.to - span.after <= SCAN_EVENTS) {
      readTo = span.to;
      complete = true;
    } else {
      const [, [looked]] = await pool.batch([door, lookedTo(span)]);
      readTo = looked!.last ?? readTo;
      complete = looked!.complete;
    }
    drained = complete && again.length < most;
    for (const one of again) if (!written.has(one.id)) take(one, null);
    for (const one of fresh) take(one, one.position);
  }

  /** While messages are under way. */
  async function readMore(): Promise<void> {
    try {
      await read();
    } catch (error) {
      failure ??= { error };
    } finally {
      reading = undefined;
      bell.ring();
    }
  }

  function take(one: Due, position: number | null): void {
    if (open.has(one.id)) return;
    open.set(one.id, position);
    queue.push(one);
  }

  const keysOf = (from: Target, now: Date): KeyObject[] => {
    const stillSigns =
      from.secret_before !== null &&
      from.rotated_at !== null &&
      now.getTime() < Date.parse(from.rotated_at) + ROTATION_MS;
    const sealed = stillSigns ? [from.secret, from.secret_before] : [from.secret];
    return sealed.map((one) => keyOf(sealer.open(one)));
  };

  async function send(due: Due): Promise<void> {
    const at = clock.now();
    const began = monotonic();
    const body = due.body ?? (due.data === null ? undefined : bodyOf(toEvent(due)));
    let outcome: Posted | HttpFailure;
    try {
      outcome =
        body === undefined
          ? 'other'
          : await poster.post(target!.url, signedHeaders(due.id, body, keys, at), body);
    } catch (error) {
      outcome = error instanceof HttpError ? error.kind : 'other';
    }
    // We stop: nothing is said about the receiver, and whoever comes next sends it.
    if (outcome === 'aborted') return;
    const ms = monotonic() - began;
    const tries = due.tries + 1;
    const judged = judge(outcome, tries, clock.now(), Math.random());
    // Whoever tries an endpoint out looks at the answer, and tries again.
    const once = due.body !== null && judged.status === 'waiting';
    const verdict = once ? { ...judged, status: 'failed' as const, dueAt: null } : judged;
    const attempt = toAttempt(outcome, at, ms);
    if (attempt.status !== undefined && verdict.status === 'delivered')
      window = Math.min(window + 1, MAX_WINDOW);
    else window = Math.max(Math.floor(window / 2), MIN_WINDOW);
    if (verdict.pausedUntil !== null && verdict.pausedUntil > (pausedUntil ?? at))
      pausedUntil = verdict.pausedUntil;
    observe?.(verdict.status === 'waiting' ? 'retried' : verdict.status, ms / MS_PER_SECOND);
    results.push({ id: due.id, name: due.name, position: due.position, verdict, tries, attempt });
    writing ??= write();
  }

  /** Writes what has gathered, again and again until nothing is left. */
  async function write(): Promise<void> {
    try {
      while (results.length > 0 && !failure) {
        if (sending > 0) await sleep(GATHER_MS);
        await insist(results.splice(0));
      }
    } catch (error) {
      failure ??= { error };
    } finally {
      writing = undefined;
      bell.ring();
    }
  }

  /** They were sent: not to write that down would send them again. */
  async function insist(batch: readonly Result[]): Promise<void> {
    for (let left = WRITE_TRIES; ; left--) {
      try {
        return await writeOnce(batch);
      } catch (error) {
        if (left === 1 || !(error instanceof AppError) || error.code !== 'unavailable') throw error;
        await sleep(WRITE_PAUSE_MS);
      }
    }
  }

  async function writeOnce(batch: readonly Result[]): Promise<void> {
    const done = new Set(batch.map(({ id }) => id));
    const position = handledTo(done);
    const failed = batch.filter(({ verdict }) => verdict.status !== 'delivered');
    const lastFailure = failed.at(-1);
    // Of a failed one nothing but its row says that it must be sent again. If the database crashed and forgot that while
    // we live, our next write would lead the cursor past it.
    const [, , , [moved]] = await pool.batch([
      failed.length > 0 ? hurried : unhurried,
      door,
      saveResults(endpointId, batch),
      moveCursor(worker, endpointId, {
        from: savedTo,
        position,
        pausedUntil,
        succeeded: failed.length < batch.length,
        failedAt: lastFailure ? new Date(lastFailure.attempt.at) : null,
      }),
    ]);
    savedTo = Math.max(savedTo ?? position, position);
    touched = monotonic();
    for (const id of done) {
      open.delete(id);
      written.add(id);
    }
    const gone = failed.some(({ verdict }) => verdict.gone);
    const since = moved?.failing_since ?? null;
    const failing =
      since !== null &&
      lastFailure !== undefined &&
      Date.parse(lastFailure.attempt.at) - Date.parse(since) >= FAILING_MS;
    if (!moved) target = undefined;
    else if (gone || failing) {
      target = undefined;
      await options.disable(lease, gone ? 'gone' : 'failing');
    }
  }

  /** Up to where everything is written down once `done` is. */
  function handledTo(done: ReadonlySet<string>): number {
    let lowest = Infinity;
    for (const [id, position] of open) {
      if (position !== null && !done.has(id) && position < lowest) lowest = position;
    }
    return lowest === Infinity ? readTo! : lowest - 1;
  }

  async function start(due: Due): Promise<void> {
    sending += 1;
    try {
      await send(due);
    } catch (error) {
      failure ??= { error };
    } finally {
      sending -= 1;
      bell.ring();
    }
  }

  await read();
  while (true) {
    if (over()) queue = [];
    else if (!drained && queue.length < READ_PER_MESSAGE * window) reading ??= readMore();
    while (!over() && sending < window && queue.length > 0) void start(queue.shift()!);
    if (queue.length === 0 && sending === 0 && !writing && !reading && (drained || over())) break;
    if (monotonic() - touched > KEEP_MS && !over()) {
      touched = monotonic();
      await pool.batch([unhurried, door, keepLease(worker, endpointId)]);
    }
    await bell.wait(KEEP_MS);
  }
  if (failure) throw failure.error;
  // What wasn't wanted is passed over, too.
  if (target && drained && open.size === 0 && (savedTo ?? -1) < readTo!)
    await pool.batch([
      unhurried,
      door,
      moveCursor(worker, endpointId, {
        from: savedTo,
        position: readTo!,
        pausedUntil: null,
        succeeded: false,
        failedAt: null,
      }),
    ]);
}

const toEvent = (due: Due) => ({
  id: due.id,
  name: due.name,
  version: due.version!,
  position: due.position,
  occurredAt: new Date(due.occurredAt!).toISOString(),
  data: due.data,
});
