import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HookDefinition } from '#core/engine-hooks.ts';

const KIND = /^[a-z][a-z0-9_]{0,59}$/;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

const named = z.object({ full_name: z.string().max(200).optional(), login: z.string().max(100).optional() });
const Body = z.looseObject({
  action: z.string().max(60).optional(),
  ref: z.string().max(500).optional(),
  after: z.string().max(64).optional(),
  number: z.int().optional(),
  repository: named.optional(),
  sender: named.optional(),
});

/**
 * Signed over the raw body. The id of the delivery isn't: whoever saw one could send it again under another, so that
 * the body itself tells repeats. `ping` is taken, and tells nothing.
 */
export const hooks: HookDefinition = {
  verify: ({ headers, body }, { secrets }) => {
    const secret = secrets['hook'];
    const shown = SIGNATURE.exec(headers['x-hub-signature-256'] ?? '')?.[1];
    const kind = headers['x-github-event'];
    if (!secret || !shown || kind === undefined || !KIND.test(kind)) return undefined;
    const right = createHmac('sha256', secret).update(body).digest();
    return timingSafeEqual(Buffer.from(shown, 'hex'), right) ? { id: undefined, kind } : undefined;
  },
  read: (kind, body) => {
    const { success, data } = Body.safeParse(body);
    if (!success || kind === 'ping') return [];
    const { action, ref, after, number, repository, sender } = data;
    return [
      {
        what: 'event',
        name: action === undefined ? kind : `${kind}.${action}`,
        id: after ?? (number === undefined ? null : String(number)),
        data: {
          ...(repository?.full_name !== undefined && { repository: repository.full_name }),
          ...(sender?.login !== undefined && { sender: sender.login }),
          ...(ref !== undefined && { ref }),
        },
      },
    ];
  },
};
