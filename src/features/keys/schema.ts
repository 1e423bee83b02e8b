import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

export const KEY_STATES = ['active', 'expired', 'revoked'] as const;

export const Key = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('The key’s first characters, to recognise it by.'),
    scopes: z.array(z.string()),
    accountId: z
      .uuid()
      .nullable()
      .describe('The service account that it acts as; null: it stands for itself.'),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    revokedAt: timestamp.nullable(),
    lastUsedAt: timestamp.nullable().describe('To within a minute.'),
  })
  .meta({ id: 'Key' });
export type Key = z.infer<typeof Key>;
