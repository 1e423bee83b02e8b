import { LRUCache } from 'lru-cache';
import type { Actor } from '#core/actor.ts';
import type { Kernel } from '#kernel/types.ts';
import { SERVER_META, type Era, type ServerInfo } from './revisions.ts';
import { fits, gzipped, plain, type Ready } from './ready.ts';
import type { RequestId } from './rpc.ts';
import { listTools } from './tools.ts';

/** How long a client may keep a list: a key's scopes never change, so only a release or a revocation makes it old. */
const LIST_TTL_MS = 5 * 60_000;
/** Memory for ready lists; one of 200 tools takes about 200 kB, compressed a twentieth of that. */
const MAX_CACHED_BYTES = 8 * 1024 * 1024;

/** Tenants with the same scopes share a list: nothing in it belongs to a tenant. */
const cacheKey = ({ kind, tenant, scopes }: Actor, era: Era): string =>
  `${era} ${kind} ${tenant === null ? 'outside' : 'inside'} ${[...scopes].toSorted().join(' ')}`;

/** Only a plain `gzip` counts: whoever weighs encodings gets the text as it is, which is never wrong. */
const takesGzip = (acceptEncoding: string): boolean => /(?:^|,)\s*gzip\s*(?:,|$)/.test(acceptEncoding);

export interface ListRequest {
  readonly actor: Actor;
  readonly era: Era;
  readonly id: RequestId;
  readonly acceptEncoding: string;
}
export interface ListAnswer {
  readonly encoding: Ready['encoding'];
  readonly parts: readonly Buffer[];
}

/** Answers `tools/list` from bytes made once per era and set of scopes; only the request's id is written anew. */
export function createToolList(kernel: Kernel, serverInfo: ServerInfo): (request: ListRequest) => ListAnswer {
  let all: ReturnType<typeof listTools> | undefined;
  const lists = new LRUCache<string, Ready>({
    maxSize: MAX_CACHED_BYTES,
    sizeCalculation: ({ start }) => start.byteLength,
  });
  const modern = {
    resultType: 'complete',
    ttlMs: LIST_TTL_MS,
    cacheScope: 'private',
    _meta: { [SERVER_META]: serverInfo },
  };

  const render = (actor: Actor, era: Era): string => {
    all ??= listTools(kernel.catalogue);
    const tools = all.filter(({ operation }) => kernel.allows(actor, operation)).map(({ text }) => text);
    const rest = era === 'modern' ? `,${JSON.stringify(modern).slice(1)}` : '}';
    return `{"jsonrpc":"2.0","result":{"tools":[${tools.join(',')}]${rest}`;
  };

  return ({ actor, era, id, acceptEncoding }) => {
    const end = Buffer.from(`,"id":${JSON.stringify(id)}}`);
    const pack = takesGzip(acceptEncoding) && fits(end) ? gzipped : plain;
    const key = `${pack.name} ${cacheKey(actor, era)}`;
    let list = lists.get(key);
    if (!list) lists.set(key, (list = pack(render(actor, era))));
    return { encoding: list.encoding, parts: [list.start, list.finish(end)] };
  };
}
