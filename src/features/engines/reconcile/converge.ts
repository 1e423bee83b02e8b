import type { Ctx } from '#core/context.ts';
import type { Statement, Tx } from '#core/db.ts';
import type { Connector, Found, Link } from '#core/engine.ts';
import { ERRORS, toAppError, type AppError } from '#core/errors.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { keepSecret } from '#platform/engines/secrets.ts';
import { engineDrifted, engineFailed, engineProgressed, engineReached } from '#features/engines/events.ts';
import type { EngineParts } from '#features/engines/parts.ts';
import { allGone } from '#features/engines/people/store.ts';
import { syncPeople } from '#features/engines/people/sync.ts';
import { linkOf, LOOK_MS, stepCtx } from '#features/engines/way.ts';
import { driftMs, retryMs } from './backoff.ts';
import { findTask, saveFailure, saveReached, saveState, saveStep, type Task } from './store.ts';

const STEP_MS = 30_000;
/** What comes after an engine's own steps. */
const PEOPLE = 'people';

export interface Convergence extends EngineParts {
  readonly worker: string;
  /** Role app's; for what needs no audit: that nothing has changed. */
  readonly pool: Pool;
  readonly random: () => number;
  /** Milliseconds for a step's look, which only reads; 15,000. */
  readonly lookMs?: number;
}

const secretPath = (engine: string): string => `${engine}/tenant`;

/** Brings what a company has in an engine to what it is to have, step by step; a failure is kept, and tried again later. */
export async function converge(
  ctx: Ctx,
  engine: string,
  connector: Connector,
  options: Convergence,
): Promise<void> {
  const { worker, random } = options;
  const [[task]] = await ctx.db.batch([findTask(worker, engine)]);
  if (!task) return;
  let current: string | null = null;
  try {
    const drifted = await steps(ctx, engine, connector, task, options, async (name) => {
      current = name;
      await owned(ctx, engine, [saveStep(worker, engine, name, ctx.clock.now())]);
    });
    current = PEOPLE;
    const failure = await people(ctx, engine, connector, task, options);
    const now = ctx.clock.now();
    if (task.reached !== task.wanted) ctx.emit(engineReached, { engine, reached: task.wanted });
    const to = {
      wanted: task.wanted,
      generation: task.generation,
      usable: task.wanted === 'present',
      dueAt: new Date(now.getTime() + driftMs(random())),
      now,
      drifted,
      attempts: failure ? task.attempts : 0,
    };
    const saved: Statement[] = [saveReached(worker, engine, to)];
    if (task.wanted === 'absent') saved.push(allGone(engine, now));
    if (drifted || task.reached !== task.wanted) await owned(ctx, engine, saved);
    else await options.pool.batch([enter(ctx.tenant.id, ctx.actor.credential), ...saved]);
    if (failure) throw failure;
  } catch (error) {
    if (ctx.signal.aborted || error instanceof LostLease) throw error;
    const known = toAppError(error);
    const now = ctx.clock.now();
    const failures = task.attempts + 1;
    const words = known.options.detail ?? ERRORS[known.code].title;
    ctx.log.warn({ err: error, engine, step: current, failures }, 'an engine could not be set up');
    ctx.emit(engineFailed, { engine, step: current, code: known.code, attempts: failures });
    const dueAt = new Date(now.getTime() + retryMs(failures, random()));
    const failed = { step: current, code: known.code, words, dueAt, now };
    await owned(ctx, engine, [saveFailure(worker, engine, failed)]);
  }
}

/** Nobody is let in where the company isn't; who left is shut out there all the same. @returns the first failure */
async function people(
  ctx: Ctx,
  engine: string,
  connector: Connector,
  task: Task,
  options: Convergence,
): Promise<AppError | undefined> {
  const { worker } = options;
  if (!connector.people || task.wanted === 'absent') return undefined;
  const link = await linkOf(ctx, engine, options);
  const hookUrl = await options.hookUrl(ctx, engine);
  const call = { engine, link, company: task.company, hookUrl, requestId: `engine-${worker}` };
  return syncPeople({
    ctx,
    engine,
    people: connector.people,
    wanted: task.wanted,
    publicUrl: options.publicUrl,
    stamp: connector.people.stamp?.(link),
    call: () => stepCtx(ctx, options, { ...call, changes: true, timeoutMs: STEP_MS }),
    write: (statements) =>
      owned(ctx, engine, [saveStep(worker, engine, PEOPLE, ctx.clock.now()), ...statements]),
  });
}

/** @returns whether something was found changed from outside */
async function steps(
  ctx: Ctx,
  engine: string,
  connector: Connector,
  task: Task,
  options: Convergence,
  began: (step: string) => Promise<void>,
): Promise<boolean> {
  const all = connector.provisioner?.[task.wanted] ?? [];
  // Nothing was asked for: a look whether all is as it was left.
  const looking = task.reached === task.wanted;
  const hookUrl = await options.hookUrl(ctx, engine);
  let drifted = false;
  for (const [index, step] of all.entries()) {
    const at = { engine, step: step.name, number: index + 1, of: all.length };
    const link = await linkOf(ctx, engine, options);
    const call = { engine, link, company: task.company, hookUrl, requestId: `engine-${options.worker}` };
    const look = { ...call, changes: false, timeoutMs: options.lookMs ?? LOOK_MS };
    let found = await step.observe(stepCtx(ctx, options, look));
    if (!found) {
      if (looking) {
        if (!drifted) ctx.emit(engineDrifted, { engine, step: step.name });
        drifted = true;
        // Bringing back what somebody took away is one thing, taking away what they brought another.
        if (step.destructive) continue;
      }
      ctx.emit(engineProgressed, { ...at, status: 'started' });
      await began(step.name);
      const act = { ...call, changes: true, timeoutMs: step.timeoutMs ?? STEP_MS };
      found = await step.apply(stepCtx(ctx, options, act));
      ctx.emit(engineProgressed, { ...at, status: 'done' });
    } else if (!looking) ctx.emit(engineProgressed, { ...at, status: 'found' });
    await keep(ctx, engine, link, found, options);
  }
  return drifted;
}

/** Keeps what a step found, if it is news. */
async function keep(ctx: Ctx, engine: string, link: Link, found: Found, options: Convergence): Promise<void> {
  const { worker, secrets } = options;
  const now = ctx.clock.now();
  const state = found.state ?? {};
  const changed = Object.entries(state).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(link.state[name]),
  );
  const values = { ...link.secrets };
  for (const [name, value] of Object.entries(found.secrets ?? {}))
    if (value === null) delete values[name];
    else values[name] = value;
  const newSecrets = JSON.stringify(values) !== JSON.stringify(link.secrets);
  if (!changed && !newSecrets) return;
  const place = { tenantId: ctx.tenant.id, slug: ctx.tenant.slug, path: secretPath(engine) };
  await owned(ctx, engine, [saveState(worker, engine, state, now)], async (tx) => {
    if (newSecrets) await keepSecret(tx, secrets, place, values, now);
  });
}

/** Somebody else works on it by now: they know better. */
export class LostLease extends Error {
  override readonly name = 'LostLease';
}

/** Writes as the holder of the lease, who the first statement's row says we are. @throws LostLease */
const owned = (
  ctx: Ctx,
  engine: string,
  statements: readonly Statement[],
  more: (tx: Tx) => Promise<void> = async () => {},
): Promise<unknown> =>
  ctx.db.tx(async (tx) => {
    for (const [index, one] of statements.entries()) {
      const rows = await tx.run(one);
      if (index === 0 && rows.length === 0) throw new LostLease(engine);
    }
    await more(tx);
    return { id: engine };
  });
