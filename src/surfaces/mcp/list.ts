import { LRUCache } from 'lru-cache';
import type { Actor } from '#core/actor.ts';
import type { Kernel } from '#kernel/types.ts';
import { SERVER_META, type Era, type ServerInfo } from './revisions.ts';
import type { RequestId } from './rpc.ts';
import { listTools } from './tools.ts';

/** How long a client may keep a list: a key's scopes never change, so only a release or a revocation makes it old. */
const LIST_TTL_MS = 5 * 60_000;
/** Memory for ready lists; one of 200 tools takes about 200 kB. */
const MAX_CACHED_BYTES = 8 * 1024 * 1024;

/** Tenants with the same scopes share a list: nothing in it belongs to a tenant. */
const cacheKey = ({ kind, tenant, scopes }: Actor): string =>
  `${kind} ${tenant === null ? 'outside' : 'inside'} ${[...scopes].toSorted().join(' ')}`;

/** Answers `tools/list` from bytes made once per set of scopes; only the request's id is written anew. */
export function createToolList(
  kernel: Kernel,
  serverInfo: ServerInfo,
): (actor: Actor, era: Era, id: RequestId) => Buffer {
  let all: ReturnType<typeof listTools> | undefined;
  const ready = new LRUCache<string, Buffer>({
    maxSize: MAX_CACHED_BYTES,
    sizeCalculation: (list) => list.byteLength,
  });
  const modern = JSON.stringify({
    resultType: 'complete',
    ttlMs: LIST_TTL_MS,
    cacheScope: 'private',
    _meta: { [SERVER_META]: serverInfo },
  });
  /** What stands before the list. */
  const heads: Record<Era, string> = { modern: `${modern.slice(0, -1)},`, legacy: '{' };
  const tail = Buffer.from('}}');

  const toolsFor = (actor: Actor): Buffer => {
    const key = cacheKey(actor);
    let tools = ready.get(key);
    if (!tools) {
      all ??= listTools(kernel.catalogue);
      const allowed = all.filter(({ operation }) => kernel.allows(actor, operation));
      tools = Buffer.from(`"tools":[${allowed.map(({ text }) => text).join(',')}]`);
      ready.set(key, tools);
    }
    return tools;
  };

  return (actor, era, id) => {
    const head = Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${heads[era]}`);
    return Buffer.concat([head, toolsFor(actor), tail]);
  };
}
