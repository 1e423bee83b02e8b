import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

/** An agent that a person let into a company. */
export const AgentGrant = z
  .object({
    id: z.uuid(),
    tenantId: z.uuid().describe('The company in which it acts.'),
    ugid: z.uuid().describe('Who let it in.'),
    clientId: z.string().describe('Its registered id, or the address of its metadata document.'),
    clientName: z.string().describe('What it called itself then; anybody can call himself anything.'),
    scopes: z.array(z.string()).describe('What it may do, as long as that person may.'),
    createdAt: timestamp,
    expiresAt: timestamp,
    revokedAt: timestamp.nullable(),
  })
  .meta({ id: 'AgentGrant' });
export type AgentGrant = z.infer<typeof AgentGrant>;
