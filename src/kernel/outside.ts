import type { Credential, TenantRef } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import type { Link } from '#core/engine.ts';
import { AppError, toAppError } from '#core/errors.ts';
import type { Outside } from '#core/operation.ts';
import { findLink, insertCall, toLinkRow, type RawLink } from '#platform/db/engine-links.ts';
import type { Pool } from '#platform/db/pool.ts';
import {
  dropClaim,
  enter,
  loseOutcome,
  record,
  storeAnswer,
  type IdempotencyClaim,
  type Records,
} from '#platform/db/records.ts';
import type { Cost, EngineCalls } from '#platform/engines/call.ts';
import { openLink } from '#platform/engines/link.ts';
import type { SecretStore } from '#platform/engines/secrets.ts';
import type { Call } from './types.ts';

/** What engines are called with: the breakers of this process and the store of credentials. */
export interface EngineWay {
  readonly calls: EngineCalls;
  readonly secrets: SecretStore;
}

export interface OutsideCall {
  readonly call: Call;
  readonly outside: Outside;
  readonly way: EngineWay;
  readonly pool: Pool;
  readonly tenant: TenantRef;
  readonly credential: Credential;
  readonly claim: IdempotencyClaim | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Checks and renders the answer. */
  readonly render: (answer: unknown) => { text: string; stored: string };
  /** An audit row of that action. */
  readonly audit: (action: string, answer?: unknown) => Records['audits'][number];
}

/** @throws AppError engine_not_connected, engine_not_ready */
function requireLink(row: RawLink | undefined): RawLink {
  if (!row) throw new AppError('engine_not_connected');
  if (!row.usable || row.wanted !== 'present') throw new AppError('engine_not_ready');
  return row;
}

/** Of a call that may have been done although nobody said so. */
const isUnknown = ({ code }: AppError): boolean => code === 'engine_outcome_unknown';

/**
 * One call of an engine. A read looks the way up and calls. Anything else is first written down, with its claim, as
 * something that was begun: no audit, no act. Then it is called, outside of any transaction; then what came of it is
 * written, with its cost and the answer for repeats.
 */
export async function callOutside(options: OutsideCall): Promise<string> {
  const { call, outside, way, pool, tenant, clock, log } = options;
  const { operation } = call.operation;
  const changes = operation.effect !== 'read';
  const door = enter(tenant.id, options.credential);

  async function prepare(): Promise<Link> {
    const [, [found]] = await pool.batch([door, findLink(outside.engine)]);
    return openLink(toLinkRow(requireLink(found?.link)), tenant, way.secrets);
  }

  async function ask(link: Link): Promise<{ answer: unknown; cost: Cost }> {
    const { ctx, cost } = way.calls.open({
      link,
      tenant,
      requestId: call.requestId,
      changes,
      timeoutMs: outside.timeoutMs,
      // Whoever hangs up may not stop what has begun: then nobody would know what came of it.
      signal: changes ? never : call.signal,
      clock,
      log,
    });
    try {
      return { answer: await outside.run(ctx, call.input as never), cost };
    } catch (error) {
      throw new Failed(toAppError(error), cost);
    }
  }

  if (!changes) {
    try {
      const { answer } = await ask(await prepare());
      return options.render(answer).text;
    } catch (error) {
      throw error instanceof Failed ? error.known : error;
    }
  }

  const link = await prepare();
  const { claim } = options;
  const now = clock.now();
  await pool.batch([
    door,
    record({
      audits: [options.audit('engine.called')],
      events: [],
      ...(claim && { claim: { of: claim, answer: null, now } }),
    }),
  ]);

  const note = async (outcome: string, action: string, cost: Cost, answer?: unknown, text?: string) => {
    const audit = options.audit(action, answer);
    const { engine } = outside;
    const at = clock.now();
    await pool.batch([
      // Whatever became of caller and company meanwhile: it happened.
      enter(tenant.id, { kind: 'engines', id: null }),
      record({ audits: [audit], events: [] }),
      insertCall(audit.id, {
        engine,
        instanceId: link.instanceId,
        operation: operation.name,
        outcome,
        at,
        ...cost,
      }),
      ...(claim ? [endOf(claim, outcome, text)] : []),
    ]);
  };

  let done: { answer: unknown; cost: Cost };
  try {
    done = await ask(link);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    const { known, cost } = error;
    const action = isUnknown(known) ? 'engine.unknown' : 'engine.failed';
    await note(known.code, action, cost).catch((reason: unknown) =>
      log.error({ err: reason, operation: operation.name }, 'what became of a call could not be written'),
    );
    throw known;
  }
  try {
    const { text, stored } = options.render(done.answer);
    await note('ok', operation.audit!, done.cost, done.answer, stored);
    return text;
  } catch (cause) {
    // It was done, and that can't be written down or told: a repeat must not do it again.
    throw new AppError('engine_outcome_unknown', { cause });
  }
}

const never = new AbortController().signal;

function endOf(claim: IdempotencyClaim, outcome: string, stored: string | undefined) {
  if (outcome === 'ok') return storeAnswer(claim, stored!);
  // Nothing was done, so the key is free again.
  return outcome === 'engine_outcome_unknown' ? loseOutcome(claim) : dropClaim(claim);
}

/** A call that failed, with what it cost. */
class Failed extends Error {
  readonly known: AppError;
  readonly cost: Cost;
  constructor(known: AppError, cost: Cost) {
    super(known.message);
    this.known = known;
    this.cost = cost;
  }
}
