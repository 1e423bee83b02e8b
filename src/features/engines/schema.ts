import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

export const wanted = z.enum(['present', 'suspended', 'absent']);
export const engineName = z.string().max(40).describe('The engine, e.g. `odoo`.');
const problem = z.object({ code: z.string(), message: z.string() });

export const CompanyEngine = z
  .object({
    engine: z.string().describe('e.g. `odoo`.'),
    title: z.string(),
    connected: z.boolean().describe('False: this company has no part in it yet.'),
    offered: z.boolean().describe('The operator shares one that the company may take its part of.'),
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
      .describe('What bringing it to `wanted` takes, in order.'),
    attempts: z.int().describe('Failed tries since the last success.'),
    error: problem.nullable(),
    nextTryAt: timestamp.nullable(),
    observedAt: timestamp.nullable().describe('When all was last seen as it is to be.'),
    driftedAt: timestamp.nullable().describe('When something was last found changed from outside.'),
  })
  .meta({ id: 'CompanyEngine' });
export type CompanyEngine = z.infer<typeof CompanyEngine>;

const version = z.string().nullable().describe('As the engine says itself.');
const capabilities = z.array(z.string()).describe('What was found that it can do.');

export const CompanyEngineDetails = CompanyEngine.extend({ version, capabilities }).meta({
  id: 'CompanyEngineDetails',
});

export const Connected = z
  .object({ engine: z.string(), instanceId: z.uuid(), url: z.string(), version, capabilities })
  .meta({ id: 'ConnectedEngine' });

export const EnginePlan = z
  .object({
    engine: z.string(),
    from: wanted.nullable().describe('What it was brought to last.'),
    wanted,
    destroys: z.boolean().describe('Something goes that can’t be brought back.'),
    steps: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        destructive: z.boolean(),
        status: z
          .enum(['done', 'to_do', 'unknown'])
          .describe('`unknown`: only a step before it makes that clear.'),
      }),
    ),
    plan: z.string().describe('What `engines.remove` wants to see: it says that this plan was read.'),
  })
  .meta({ id: 'EnginePlan' });

export const EngineCheck = z
  .object({
    engine: z.string(),
    ok: z.boolean(),
    version,
    capabilities,
    checkedAt: timestamp,
    error: problem.nullable(),
  })
  .meta({ id: 'EngineCheck' });

export const SharedInstance = z
  .object({
    id: z.uuid(),
    engine: z.string(),
    name: z.string(),
    kind: z.enum(['connected', 'native', 'container']),
    url: z.string(),
    settings: z.record(z.string(), z.unknown()).describe('What is to know of it and is no secret.'),
    forAll: z.boolean().describe('Each new company gets its part by itself; the others may take theirs.'),
    engineVersion: version,
    capabilities,
    checkedAt: timestamp.nullable().describe('The last look.'),
    error: problem.nullable().describe('What was wrong at the last look.'),
    failingSince: timestamp.nullable(),
    companies: z
      .object({ total: z.int(), done: z.int(), working: z.int(), failed: z.int() })
      .describe('Companies with a part in it, and how far they have come.'),
    createdAt: timestamp,
    version: z.int().describe('Row version, the ETag.'),
  })
  .meta({ id: 'SharedInstance' });
export type SharedInstance = z.infer<typeof SharedInstance>;
