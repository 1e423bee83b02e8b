import { LRUCache } from 'lru-cache';
import type { Actor } from '#core/actor.ts';
import { categoryOf } from '#surfaces/openapi/tags.ts';
import type { Kernel } from '#kernel/types.ts';
import { SERVER_META, type Era, type ServerInfo } from './revisions.ts';
import { fits, gzipped, plain, type Ready } from './ready.ts';
import type { RequestId } from './rpc.ts';
import { findingTools, MANY_TOOLS } from './find/index.ts';
import type { Listed } from './tools.ts';
import type { View } from './views.ts';

/** How long a client may keep a list: a key's scopes never change, so only a release or a revocation makes it old. */
const LIST_TTL_MS = 5 * 60_000;
/** Memory for ready lists of one address; a whole one takes about 500 kB, compressed a twentieth of that. */
const MAX_CACHED_BYTES = 8 * 1024 * 1024;

/** What this is, whether it is well, what there is: always in the list. */
const CORE = 'core';

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

interface ListOptions {
  readonly kernel: Pick<Kernel, 'catalogue' | 'allows'>;
  readonly serverInfo: ServerInfo;
  readonly view: Pick<View, 'holds'>;
  /** Every tool, however many there are. */
  readonly whole: boolean;
  readonly listed: () => readonly Listed[];
}

/** Answers `tools/list` from bytes made once per era and set of scopes; only the request's id is written anew. */
export function createToolList({
  kernel,
  serverInfo,
  view,
  whole,
  listed,
}: ListOptions): (request: ListRequest) => ListAnswer {
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

  /**
   * Few tools are listed as they are. Of many only the core is, beside the two that find and call all others: what was
   * found never changes the list.
   */
  const textsFor = (actor: Actor): string[] => {
    const mine = listed().filter(({ operation }) => view.holds(operation) && kernel.allows(actor, operation));
    if (whole || mine.length <= MANY_TOOLS) return mine.map(({ text }) => text);
    const categories = new Set(mine.map(({ operation }) => categoryOf(operation.name)));
    return [
      ...findingTools([...categories]).map((tool) => JSON.stringify(tool)),
      ...mine.filter(({ operation }) => categoryOf(operation.name) === CORE).map(({ text }) => text),
    ];
  };

  const render = (actor: Actor, era: Era): string => {
    const tools = textsFor(actor);
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
