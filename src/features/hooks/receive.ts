import { createHash } from 'node:crypto';
import type { Clock } from '#core/clock.ts';
import type { Hook, HookRequest } from '#core/engine-hooks.ts';
import { AppError } from '#core/errors.ts';
import { findLink, toLinkRow } from '#platform/db/engine-links.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter, record } from '#platform/db/records.ts';
import { memoryLimiter } from '#platform/limits.ts';
import { openKept, pathOf } from './address.ts';
import { hookReceived } from './events.ts';
import { sourcesOf, type HookParts, type Source } from './parts.ts';
import { findHook, findSecret, takeDelivery } from './store.ts';

/** Of one address; a shop on its best day sends a tenth of it. */
const PER_MINUTE = 3_000;
const WINDOW_SECONDS = 60;
const CREDENTIAL = { kind: 'job', id: null } as const;

export interface ReceiverOptions extends Pick<HookParts, 'engines' | 'senders' | 'secrets'> {
  /** Role app's. */
  readonly pool: Pool;
  readonly clock: Clock;
  /** Called once something was kept. */
  readonly afterEvents: () => void;
  /** Counts refusals, by the action that stands in the audit. */
  readonly refused?: (action: string) => void;
}

interface Incoming extends HookRequest {
  readonly engine: string;
  readonly token: string;
  readonly requestId: string;
}

/**
 * Keeps what another system sends, in one transaction with the event that has it read. Repeats change nothing.
 * @returns false for a repeat
 * @throws AppError not_found (no such address), unauthenticated (not theirs), tenant_suspended, rate_limited
 */
type Receiver = (incoming: Incoming) => Promise<boolean>;

interface Place {
  readonly engine: string;
  readonly id: string;
  readonly slug: string;
}

export function createReceiver(options: ReceiverOptions): Receiver {
  const { pool, clock, secrets, afterEvents, refused } = options;
  const sources = new Map(sourcesOf(options).map((one) => [one.name, one]));
  const limit = memoryLimiter('hook', PER_MINUTE, WINDOW_SECONDS);
  /** Whose audit says already, this minute, that something false came. */
  const noted = memoryLimiter('hook refusals', 1, WINDOW_SECONDS);

  /** What both sides may know, the newest first, and the engine's version. */
  async function knowledge(source: Source, place: Place) {
    const [, [link], [hook]] = await pool.batch([
      enter(place.id, CREDENTIAL),
      findLink(source.name),
      findSecret(pathOf(source.name)),
    ]);
    if (source.sender) {
      if (!hook) throw new AppError('not_found');
      const { secret, secretBefore, secretUntil } = await openKept({ secrets }, place, source.name, hook);
      const both = Number(secretUntil ?? 0) > clock.now().getTime();
      const known = [secret, both ? secretBefore : undefined].filter((one) => one !== undefined);
      return { version: null, all: known.length > 0 ? known.map((one) => ({ hook: one })) : [{}] };
    }
    if (!link) throw new AppError('not_found');
    const row = toLinkRow(link.link);
    const where = row.secrets && { tenantId: place.id, slug: place.slug, path: row.secrets.path };
    return { version: row.version, all: [where ? await secrets.read(where, row.secrets) : {}] };
  }

  async function refuse({ id, engine }: Place, requestId: string): Promise<never> {
    const action = 'hook.refused';
    refused?.(action);
    const told = await noted.take(`${id} ${engine}`);
    if (!told.exceeded) {
      const now = clock.now();
      const label = 'hooks.receive';
      const audit = {
        id: clock.id(),
        at: now,
        actor: {
          kind: 'job' as const,
          id: null,
          label,
          tenant: null,
          scopes: new Set<string>(),
          credential: CREDENTIAL,
          expiresAt: null,
        },
        action,
        operation: label,
        target: engine,
        requestId,
      };
      await pool.batch([enter(id, CREDENTIAL), record({ audits: [audit], events: [] })]);
    }
    throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'Signature' } });
  }

  return async ({ engine, token, requestId, ...request }) => {
    const [[found]] = await pool.batch([findHook(tokenHash(token))]);
    const source = found?.engine === engine ? sources.get(engine) : undefined;
    if (!found || !source) throw new AppError('not_found');
    const place = { engine, id: found.tenant_id, slug: found.slug };
    const taken = await limit.take(`${place.id} ${engine}`);
    if (taken.exceeded) throw new AppError('rate_limited', { retryAfterSeconds: taken.resetSeconds });
    const { version, all } = await knowledge(source, place).catch((error: unknown) => {
      // A company that is gone.
      if (error instanceof AppError && error.code === 'unauthenticated') throw new AppError('not_found');
      throw error;
    });
    const now = clock.now();
    let hook: Hook | undefined;
    for (const known of all) hook ??= source.hooks.verify(request, { secrets: known, version }, now);
    if (!hook) return refuse(place, requestId);
    const { kind } = hook;
    const repeatKey = hook.id ?? createHash('sha256').update(`${kind}\n`).update(request.body).digest('hex');
    const one = { id: clock.id(), engine, repeatKey, kind, body: request.body, now };
    const event = { id: clock.id(), name: hookReceived.name, version: hookReceived.version };
    const [, [kept]] = await pool.batch([enter(place.id, CREDENTIAL), takeDelivery(one, event)]);
    if (kept!.taken === 0) return false;
    afterEvents();
    return true;
  };
}
