import { anonymous, type Actor, type Credential, type TenantRef } from '#core/actor.ts';
import type { Capabilities, CapabilityName } from '#core/capabilities.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import { Json } from '#core/db.ts';
import { AppError, toAppError } from '#core/errors.ts';
import { PLATFORM, PLATFORM_FORM_ID } from '#core/platform.ts';
import { SessionReply } from '#core/reply.ts';
import { monotonic } from '#platform/clock.ts';
import { isReadOnly, LockTimeout } from '#platform/db/errors.ts';
import type { Pool } from '#platform/db/pool.ts';
import { span } from '#platform/tracing.ts';
import { enter } from '#platform/db/records.ts';
import { allows, authorise, isSensitive, meets, requireOpen, requireStepUp } from './access.ts';
import { createAdmission, type Authenticator, type Limits } from './admission.ts';
import { createCtx } from './context.ts';
import { framedDb, type FramedDb } from './database.ts';
import { createDoors } from './doors.ts';
import { busy, claimOf, inProgress, isKeyInUse, storedAnswer } from './idempotency.ts';
import { callOutside, type EngineWay } from './outside.ts';
import { renderer } from './render.ts';
import type { Call, Catalogue, Kernel, Outcome } from './types.ts';
import { check, refuseUnstorable } from './validation.ts';

export interface KernelOptions {
  readonly catalogue: Catalogue;
  readonly pools: { readonly app: Pool; readonly operator: Pool; readonly identity: Pool };
  readonly authenticators: readonly Authenticator[];
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  readonly capability: <N extends CapabilityName>(name: N) => Capabilities[N] | undefined;
  /** Without it no company has an engine. */
  readonly engines?: EngineWay;
  /** Called after a commit that wrote events. */
  readonly afterEvents: () => void;
  /** Called after each operation, for metrics. `result` is `ok` or the error's code. */
  readonly observe: (operation: string, result: string, seconds: number) => void;
  /** Called for each refusal that stands in the audit, with its action, for metrics. */
  readonly refused?: (action: string) => void;
}

const MS_PER_SECOND = 1000;

/** Where a call runs: which tenant, proved by what, over which database role. */
interface Place {
  readonly pool: Pool;
  readonly tenant: TenantRef;
  readonly credential: Credential;
}

export function createKernel(options: KernelOptions): Kernel {
  const { catalogue, pools, clock } = options;
  const findDoor = createDoors(pools.app);

  async function confirm(actor: Actor): Promise<void> {
    if (actor.tenant) await pools.app.batch([enter(actor.tenant.id, actor.credential)]);
  }

  async function placeOf(call: Call): Promise<Place> {
    const { actor } = call.caller;
    const { door, realm, access } = call.operation.operation;
    if (door) return { pool: pools.app, ...(await findDoor(door(call.input as never))) };
    const rule = access === 'public' ? undefined : access.find((one) => meets(actor, one));
    if (rule && 'operator' in rule) {
      const pool = realm === 'identity' ? pools.identity : pools.operator;
      const credential = { kind: 'operator', id: actor.person?.sessionId ?? null } as const;
      return { pool, tenant: PLATFORM, credential };
    }
    if (realm === 'identity' || (rule && 'person' in rule))
      return {
        pool: pools.identity,
        tenant: PLATFORM,
        credential: ownCredential(actor, access === 'public'),
      };
    if (actor.tenant) return { pool: pools.app, tenant: actor.tenant, credential: actor.credential };
    return { pool: pools.app, tenant: PLATFORM, credential: { kind: 'form', id: PLATFORM_FORM_ID } };
  }

  async function perform(call: Call, place: Place): Promise<Outcome> {
    const { operation } = call.operation;
    const { actor } = call.caller;
    const now = clock.now();
    const dryRun = call.dryRun === true && operation.effect !== 'read';
    const key = dryRun || operation.effect === 'read' ? undefined : call.idempotencyKey;
    const { network } = call.caller.client;
    const claim =
      key === undefined ? undefined : claimOf({ actor, network }, key, operation.name, call.input);
    const { render, records, refusal, audit, emitted, emit } = renderer({
      call,
      actor,
      outside: place.tenant.id === PLATFORM.id,
      now,
      clock,
    });
    const db: FramedDb = framedDb({
      pool: place.pool,
      tenantId: place.tenant.id,
      credential: place.credential,
      dryRun,
      claim,
      now,
      render,
      records,
      refusal: (refused) => {
        options.refused?.(refused.audit);
        return refusal(refused);
      },
    });
    const ctx: Ctx = createCtx({
      call,
      place,
      db,
      emit,
      clock,
      log: options.log,
      capability: options.capability,
    });
    try {
      if (operation.outside) {
        if (dryRun) {
          // Whose credential has ended is told that first, as everywhere.
          await place.pool.batch([enter(place.tenant.id, place.credential)]);
          throw new AppError('dry_run_impossible');
        }
        const { outside } = operation;
        const { engines: way } = options;
        if (!way) throw new AppError('engine_not_connected');
        const common = { call, outside, way, claim, clock, log: options.log, render, audit };
        return { text: await callOutside({ ...common, ...place }), version: undefined, replayed: false };
      }
      const reply = await operation.run(ctx, call.input as never);
      const answer = reply instanceof SessionReply ? reply.answer : reply;
      const session = reply instanceof SessionReply && !dryRun && { session: reply.token };
      if (operation.effect === 'read') {
        if (call.caller.old && !db.used()) await confirm(call.caller.actor);
        const text = answer instanceof Json ? answer.text : render(answer).text;
        const status = operation.status?.(answer as never);
        return {
          text,
          version: versionOf(call, answer),
          replayed: false,
          ...(status !== undefined && { status }),
        };
      }
      const text = db.written();
      if (text === undefined) throw new Error(`${operation.name} wrote nothing, so nothing was audited`);
      if (emitted() && !dryRun) options.afterEvents();
      return { text, version: versionOf(call, answer), replayed: false, ...session };
    } catch (error) {
      if (claim && isKeyInUse(error)) {
        const text = await storedAnswer(
          place.pool,
          { tenantId: place.tenant.id, credential: place.credential, now },
          claim,
        );
        if (text === null) return perform(call, place);
        return { text, version: versionOf(call, JSON.parse(text)), replayed: true };
      }
      if (error instanceof LockTimeout) throw claim ? inProgress(error) : busy(error);
      throw error;
    }
  }

  /** The call, its caller looked up anew where the believed one would be refused, or is about to do something grave. */
  async function authorised(call: Call): Promise<Call> {
    const { operation } = call.operation;
    const judge = (actor: Actor): void => {
      authorise(actor, operation);
      requireOpen(actor, operation);
      requireStepUp(actor, operation, clock.now());
    };
    const { actor, again } = call.caller;
    if (!again || !isSensitive(actor, operation)) {
      try {
        judge(actor);
        return call;
      } catch (error) {
        if (!again) throw error;
      }
    }
    const fresh = await again();
    if (!fresh) throw unauthenticated();
    judge(fresh);
    return { ...call, caller: { ...call.caller, actor: fresh } };
  }

  async function run(asked: Call): Promise<Outcome> {
    const { operation, validateInput, validateText } = asked.operation;
    const started = monotonic();
    let result = 'ok';
    try {
      check(asked.text ? validateText : validateInput, asked.input);
      refuseUnstorable(asked.idempotencyKey, ['idempotencyKey']);
      const call = await authorised(asked);
      const place = await placeOf(call);
      return await perform(asSeenAt(call, place), place);
    } catch (first) {
      // What was refused before the database was asked: whoever is out by now is told that, and nothing else.
      const gone = (reason: unknown): unknown => reason;
      const error = asked.caller.old ? await confirm(asked.caller.actor).then(() => first, gone) : first;
      // A login that was believed a moment ago, in a company whose deletion began since.
      const shut = isReadOnly(error) && (await asked.caller.again?.())?.tenant?.closing;
      const known = shut ? new AppError('tenant_closing', { cause: error }) : toAppError(error);
      result = known.code;
      if (known.code === 'internal' || known.code === 'unavailable') {
        options.log.error(
          { err: error, operation: operation.name, requestId: asked.requestId },
          'operation failed',
        );
      }
      throw known;
    } finally {
      options.observe(operation.name, result, (monotonic() - started) / MS_PER_SECOND);
    }
  }

  return {
    catalogue,
    admit: createAdmission(options),
    confirm,
    allows: (actor: Actor, operation) => allows(actor, operation),
    run: (call) => {
      const { name } = call.operation.operation;
      return span(name, { attributes: { 'smarteros.operation': name } }, () => run(call));
    },
  };
}

const unauthenticated = (): AppError =>
  new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });

/** How core.enter knows who acts outside of companies. What everybody may do takes no live session: logging in, e.g. */
function ownCredential({ person, kind }: Actor, isPublic: boolean): Credential {
  if (isPublic) return { kind: 'login', id: null };
  if (person) return { kind: 'person', id: person.sessionId };
  return { kind: kind === 'operator' ? 'operator' : 'login', id: null };
}

/** Who comes through another company's door is a stranger there: the names of their keys are nobody's business. */
function asSeenAt(call: Call, place: Place): Call {
  const { actor } = call.caller;
  if (!call.operation.operation.door || actor.tenant?.id === place.tenant.id) return call;
  return { ...call, caller: { ...call.caller, actor: anonymous } };
}

function versionOf(call: Call, answer: unknown): number | undefined {
  return call.operation.operation.versioned ? (answer as { version: number }).version : undefined;
}
