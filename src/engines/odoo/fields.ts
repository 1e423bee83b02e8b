import { LRUCache } from 'lru-cache';
import type { EngineCtx } from '#core/engine.ts';
import { execute, type Door } from './client.ts';

/** Of a field, as `fields_get` tells it. */
export interface Field {
  readonly type: string;
  /** The model that a relation leads to. */
  readonly relation?: string;
  /** It has a column, or rows, of its own. */
  readonly store?: boolean;
  readonly readonly?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

const MAX_MODELS = 2_000;
/** A module that is installed meanwhile shows after this, or as soon as one of its fields is asked for. */
const KEPT_MS = 600_000;
const YOUNG_MS = 10_000;

interface Kept {
  readonly fields: Promise<Fields>;
  readonly since: number;
}
const cache = new LRUCache<string, Kept>({ max: MAX_MODELS, ttl: KEPT_MS });

/**
 * The fields of a model, as this user sees them. Remembered per connection; asked for anew when one of `needed` isn't
 * among them.
 */
export async function fieldsOf(
  ctx: EngineCtx,
  door: Door,
  model: string,
  needed: readonly string[] = [],
): Promise<Fields> {
  const id = `${ctx.link.instanceId} ${door.database} ${door.uid ?? door.login} ${model}`;
  const kept = cache.get(id);
  if (kept) {
    const fields = await kept.fields;
    const young = ctx.clock.now().getTime() - kept.since < YOUNG_MS;
    if (young || needed.every((name) => Object.hasOwn(fields, name))) return fields;
  }
  const asking = execute<Fields>(ctx, door, {
    model,
    method: 'fields_get',
    kwargs: { attributes: ['type', 'relation', 'store', 'readonly'] },
    harmless: true,
  });
  cache.set(id, { fields: asking, since: ctx.clock.now().getTime() });
  asking.catch(() => cache.delete(id));
  return asking;
}
