import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import type { HookDefinition } from '#core/engine-hooks.ts';

/** A path below the API and nothing else: the body comes from a stranger. */
const RESOURCE = /^\/[a-z][a-z_-]{0,39}(?:\/[A-Za-z0-9_-]{1,60}){1,3}$/;

const Body = z.object({
  _id: z.string().min(1).max(100),
  topic: z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/),
  resource: z.string().regex(RESOURCE),
  user_id: z.union([z.int(), z.string().max(40)]),
  application_id: z.union([z.int(), z.string().max(40)]).optional(),
});

const Resource = z.looseObject({
  id: z.union([z.number(), z.string().max(100)]).optional(),
  status: z.string().max(60).nullish(),
});

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

/**
 * Notifications bear no signature: what they say isn't believed, only that there may be something to look at. The
 * resource is read with the company's own token, which sees what is the company's and nothing else.
 */
export const hooks: HookDefinition = {
  verify: ({ body }) => {
    const { success, data } = Body.safeParse(parse(body));
    return success ? { id: data._id, kind: data.topic } : undefined;
  },
  fetch: async (ctx, _kind, body) => {
    const { resource } = Body.parse(body);
    const token = ctx.link.secrets['hook'];
    if (!token) throw engineError('engine_rejected_credentials');
    const answer = await ctx.http({
      method: 'GET',
      path: resource,
      headers: { authorization: `Bearer ${token}` },
    });
    switch (answer.status) {
      case 200:
        return { resource, found: answer.json() };
      case 401:
        throw engineError('engine_rejected_credentials');
      case 403:
        throw engineError('engine_forbidden');
      case 404:
        return { resource, found: null };
      case 429:
        throw engineError('engine_rate_limited');
      default:
        throw engineError('engine_invalid');
    }
  },
  read: (kind, body) => {
    const { resource, found } = body as { resource: string; found: unknown };
    const { success, data } = Resource.safeParse(found);
    if (!success) return [];
    const { id, status } = data;
    return [
      {
        what: 'event',
        name: kind,
        id: id === undefined ? null : String(id),
        data: { resource, ...(typeof status === 'string' && { status }) },
      },
    ];
  },
};
