import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HookDefinition } from '#core/engine-hooks.ts';
import { TOKEN_HEADER } from './client.ts';

const Body = z.object({
  event: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  executionId: z.union([z.string().max(40), z.number()]).optional(),
  data: z.record(z.string().max(100), z.unknown()).optional(),
});
const DATA_MAX_CHARS = 4_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

/**
 * What workflows send us: `{event, executionId, data}` with the company's token in a header. n8n signs nothing and dates
 * nothing, so that a repeat is known by the run and the event that it is of.
 */
export const hooks: HookDefinition = {
  verify: ({ headers, body }, { secrets }) => {
    const known = secrets['hook'];
    const shown = headers[TOKEN_HEADER];
    if (!known || !shown || !timingSafeEqual(digest(shown), digest(known))) return undefined;
    const { success, data } = Body.safeParse(parse(body));
    if (!success) return undefined;
    const { event, executionId } = data;
    return { id: executionId === undefined ? undefined : `${executionId}:${event}`, kind: event };
  },
  read: (kind, body) => {
    const { success, data } = Body.safeParse(body);
    if (!success || JSON.stringify(data.data ?? {}).length > DATA_MAX_CHARS) return [];
    const id = data.executionId === undefined ? null : String(data.executionId);
    return [{ what: 'event', name: kind, id, data: data.data ?? {} }];
  },
};
