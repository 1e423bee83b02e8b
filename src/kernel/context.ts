import type { TenantRef } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import type { Db } from '#core/db.ts';
import type { Call } from './types.ts';

/** Everything an operation may touch, and nothing else. */
export function createCtx(parts: {
  call: Call;
  place: { readonly tenant: TenantRef };
  db: Db;
  emit: Ctx['emit'];
  clock: Clock;
  log: Log;
  capability: Ctx['engine'];
}): Ctx {
  const { call, place, db, emit, clock, log, capability } = parts;
  return {
    actor: call.caller.actor,
    client: call.caller.client,
    tenant: place.tenant,
    db,
    emit,
    engine: capability,
    ifVersion: call.ifVersion,
    clock,
    log,
    signal: call.signal,
  };
}
