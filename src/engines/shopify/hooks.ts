import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HookDefinition } from '#core/engine-hooks.ts';

const TOPIC = /^[a-z][a-z0-9_]{0,59}\/[a-z0-9_]{1,60}$/;
/** 32 bytes; a decoder would also take what merely looks like them. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;

const Body = z.looseObject({
  // Beside the number, which may be larger than JavaScript counts.
  admin_graphql_api_id: z.string().max(200).optional(),
  id: z.union([z.number(), z.string().max(100)]).optional(),
  name: z.string().max(200).optional(),
  financial_status: z.string().max(60).nullish(),
  fulfillment_status: z.string().max(60).nullish(),
  total_price: z.string().max(40).optional(),
  currency: z.string().max(3).optional(),
});

/**
 * Signed with the app's secret over the raw body, and nothing else: whoever saw a message could send it again under
 * another X-Shopify-Webhook-Id, so that topic and body tell repeats. Shopify's own repeats have the same body.
 */
export const hooks: HookDefinition = {
  verify: ({ headers, body }, { secrets }) => {
    const secret = secrets['hook'];
    const shown = headers['x-shopify-hmac-sha256'] ?? '';
    const kind = headers['x-shopify-topic'];
    if (!secret || !SIGNATURE.test(shown) || kind === undefined || !TOPIC.test(kind)) return undefined;
    const right = createHmac('sha256', secret).update(body).digest();
    return timingSafeEqual(Buffer.from(shown, 'base64'), right) ? { id: undefined, kind } : undefined;
  },
  // Customers' data stay in Shopify: who wants them reads them there.
  read: (kind, body) => {
    const { success, data } = Body.safeParse(body);
    if (!success) return [];
    const {
      id,
      admin_graphql_api_id: gid,
      name,
      financial_status,
      fulfillment_status,
      total_price,
      currency,
    } = data;
    const told = { name, financial_status, fulfillment_status, total_price, currency };
    return [
      {
        what: 'event',
        name: kind,
        id: gid ?? (typeof id === 'string' || Number.isSafeInteger(id) ? String(id) : null),
        data: kind.startsWith('orders/')
          ? Object.fromEntries(
              Object.entries(told).filter(([, value]) => value !== undefined && value !== null),
            )
          : {},
      },
    ];
  },
};
