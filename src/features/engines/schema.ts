import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

const wanted = z.enum(['present', 'suspended', 'absent']);

export const CompanyEngine = z
  .object({
    engine: z.string().describe('e.g. `odoo`.'),
    title: z.string(),
    connected: z.boolean().describe('False: this company has no part in it yet.'),
    shared: z.boolean().nullable().describe('The operator’s instance, for many companies; else its own.'),
    wanted: wanted.nullable().describe('What the company is to have there.'),
    reached: wanted.nullable().describe('What it was brought to last.'),
    usable: z.boolean().describe('Operations of the engine are let through.'),
    status: z
      .enum(['waiting', 'working', 'done', 'failed'])
      .nullable()
      .describe('`failed` is tried again by itself.'),
    step: z.string().nullable().describe('The step that is under way, or failed.'),
    steps: z
      .array(z.object({ name: z.string(), title: z.string() }))
      .describe('What setting it up takes, in order.'),
    attempts: z.int().describe('Failed tries since the last success.'),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    nextTryAt: timestamp.nullable(),
    observedAt: timestamp.nullable().describe('When all was last seen as it is to be.'),
    driftedAt: timestamp.nullable().describe('When something was last found changed from outside.'),
  })
  .meta({ id: 'CompanyEngine' });
export type CompanyEngine = z.infer<typeof CompanyEngine>;

export const Connected = z
  .object({
    engine: z.string(),
    instanceId: z.uuid(),
    url: z.string(),
    version: z.string().describe('As the engine says itself.'),
    capabilities: z.array(z.string()).describe('What was found that it can do.'),
  })
  .meta({ id: 'ConnectedEngine' });
