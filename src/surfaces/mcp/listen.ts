import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/actor.ts';
import type { Broadcast, Following } from '#kernel/broadcast.ts';
import type { Watch } from '#kernel/watch.ts';
import type { createQuota } from '#surfaces/stream/quota.ts';
import { ALL_EVENTS, uriOf, type EventResources } from './resources.ts';
import { forward, type Extra, type Sdk } from './sdk.ts';

/** What it takes to hear of something as it happens. */
export interface Live {
  readonly broadcast: Broadcast;
  readonly watch: Watch;
  /** Shared with the streams of events. */
  readonly quota: ReturnType<typeof createQuota>;
}

/** Held by nobody in particular: asks whether what is known of somebody changes what they see. */
const sightOf = ({ kind, scopes }: Actor): string => `${kind} ${[...scopes].toSorted().join(' ')}`;

/**
 * `subscriptions/listen`. The SDK speaks the protocol on a handler of this one subscription; what it is told comes from
 * the company of its caller, filtered by the caller's scopes as they are at that time.
 */
export function createListen({ broadcast, watch, quota }: Live, resources: EventResources) {
  const open = new Set<() => void>();

  async function listen(
    sdk: Sdk,
    request: FastifyRequest,
    reply: FastifyReply,
    extra: Extra,
  ): Promise<FastifyReply> {
    const { caller } = extra;
    const { tenant } = caller.actor;
    const leave = quota.take(caller.actor);
    const handler = sdk.subscription();
    let { actor } = caller;
    let following: Following | undefined;
    let position = 0;
    const news = new Set<string>();

    /** A client that doesn't read is told once, when it reads again. */
    function tell(): void {
      if (reply.raw.writableNeedDrain) return;
      for (const uri of news) handler.notify.resourceUpdated(uri);
      news.clear();
    }

    const follower = {
      get position() {
        return position;
      },
      wake(): void {
        const names = new Set<string>(resources.visible(actor).map(({ name }) => name));
        // What no longer lies in memory may have been anything.
        const heard = following!.after(position)?.map(({ name }) => name) ?? names;
        position = following!.newest();
        for (const name of heard) {
          if (names.has(name)) news.add(ALL_EVENTS).add(uriOf(name));
        }
        tell();
      },
      end: (): void => void handler.close(),
    };

    const unwatch = watch.add({
      caller,
      confirm: (now) => {
        const changed = sightOf(now) !== sightOf(actor);
        actor = now;
        if (!changed) return;
        handler.notify.toolsChanged();
        handler.notify.resourcesChanged();
      },
      end: follower.end,
    });
    const close = (): void => {
      open.delete(follower.end);
      unwatch();
      following?.leave();
      leave();
      void handler.close();
    };
    open.add(follower.end);
    reply.raw.once('close', close);
    try {
      const sees = tenant && resources.visible(actor).length > 0;
      const newest = sees ? await resources.read({ latest: true, limit: 1 }, extra) : '{"position":0}';
      ({ position } = JSON.parse(newest) as { position: number });
      reply.raw.on('drain', tell);
      const fetch: Sdk['fetch'] = async (...asked) => {
        const response = await handler.fetch(...asked);
        // Not before somebody is there to be told.
        if (sees && !reply.raw.destroyed) following = broadcast.follow(tenant.id, follower);
        return response;
      };
      return await forward(fetch, request, reply, extra);
    } catch (error) {
      close();
      throw error;
    }
  }

  return {
    listen,
    /** Every subscription gets its answer, and ends. */
    close: (): void => {
      for (const end of open) end();
    },
  };
}
