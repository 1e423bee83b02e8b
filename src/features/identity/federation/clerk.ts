import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import {
  insertReceipt,
  lockIdentity,
  deleteIdentity,
  revokeFederatedSessions,
  updateIdentity,
} from './store.ts';

/** Name of the issuer in the settings that these messages are about. */
const CLERK = 'clerk';
/** How old a message may be, or how far its sender's clock may be ahead. */
const TOLERANCE_MS = 300_000;
const MAX_PAYLOAD = 256 * 1024;
const SECRET_PREFIX = 'whsec_';

const Message = z.object({
  type: z.string(),
  data: z.object({
    id: z.string(),
    banned: z.boolean().optional(),
    locked: z.boolean().optional(),
    primary_email_address_id: z.string().nullish(),
    email_addresses: z.array(z.object({ id: z.string(), email_address: z.string() })).optional(),
  }),
});

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.payload`; several signatures while a secret is replaced. */
function isSignedBy(
  secret: string,
  {
    id,
    timestamp,
    payload,
    signature,
  }: Readonly<Record<'id' | 'timestamp' | 'payload' | 'signature', string>>,
): boolean {
  const key = Buffer.from(secret.replace(SECRET_PREFIX, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest();
  return signature.split(' ').some((one) => {
    const [version, value = ''] = one.split(',', 2);
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Only there when CLERK_WEBHOOK_SECRET is set. */
export const clerkOperations = (parts: IdentityParts, secret: string): readonly Operation[] => [
  defineOperation({
    name: 'auth.clerk_event',
    route: 'POST /auth/clerk/events',
    summary: 'Take in what Clerk says of its users.',
    description: 'Clerk itself posts to /webhooks/clerk. The signature is over the payload, byte by byte.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'identity.synced',
    input: z.strictObject({
      id: z.string().min(1).max(200),
      timestamp: z.string().regex(/^\d{1,12}$/),
      signature: z.string().min(1).max(2000),
      payload: z.string().min(1).max(MAX_PAYLOAD),
    }),
    output: z
      .object({ repeated: z.boolean().describe('It was worked on before.') })
      .meta({ id: 'EventTaken' }),
    errors: ['malformed_request'],
    examples: [],
    run: async (ctx, input) => {
      const now = ctx.clock.now();
      const age = Math.abs(now.getTime() - Number(input.timestamp) * 1000);
      if (!isSignedBy(secret, input) || age > TOLERANCE_MS) throw new AppError('unauthenticated');
      const message = parse(input.payload);
      return ctx.db.tx(async (tx) => {
        const [first] = await tx.run(insertReceipt(CLERK, input.id, now));
        if (!first) return { repeated: true };
        const { data, type } = message;
        const issuer = parts.issuers.list.find(({ name }) => name === CLERK)?.issuer;
        const [known] = issuer === undefined ? [] : await tx.run(lockIdentity(issuer, data.id));
        if (!known) return { repeated: false };
        const shutOut = data.banned === true || data.locked === true;
        if (type === 'user.deleted') await tx.run(deleteIdentity(known.id, known.person_id));
        else if (type === 'user.updated') {
          const primary = data.email_addresses?.find(({ id }) => id === data.primary_email_address_id);
          const email = primary?.email_address.toLowerCase() ?? null;
          await tx.run(updateIdentity(known.id, { email, disabledAt: shutOut ? now : null }));
        }
        if (type === 'user.deleted' || shutOut) await tx.run(revokeFederatedSessions(known.person_id, now));
        return { repeated: false };
      });
    },
  }),
];

function parse(payload: string): z.infer<typeof Message> {
  try {
    return Message.parse(JSON.parse(payload));
  } catch (cause) {
    throw new AppError('malformed_request', { cause });
  }
}
