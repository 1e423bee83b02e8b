import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

export const EnginePersonReport = z
  .object({
    person: z.uuid().describe('UGID.'),
    name: z.string().nullable(),
    wanted: z.enum(['present', 'disabled']).describe('`disabled` for whoever left or was shut out.'),
    status: z.enum(['waiting', 'done', 'failed']).describe('`failed` is tried again by itself.'),
    attempts: z.int().describe('Failed tries since the last success.'),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    wantedAt: timestamp.nullable().describe('Since when that is wanted.'),
    reachedAt: timestamp.nullable().describe('When that was last brought about.'),
  })
  .meta({ id: 'EnginePersonReport' });

export const EngineLaunch = z
  .object({
    engine: z.string(),
    url: z
      .string()
      .nullable()
      .meta({ secret: true })
      .describe('Where to go. It may log in by itself, so it is for whoever asked, and null when repeated.'),
    expiresAt: timestamp.nullable().describe('Null: it doesn’t expire.'),
    reason: z
      .string()
      .nullable()
      .describe('Null when the link logs in by itself; else why it doesn’t, e.g. `login_needed`.'),
  })
  .meta({ id: 'EngineLaunch' });

const MAX_BACK = 500;
const MAX_STATE = 1_000;

export const LaunchBack = z
  .strictObject({
    uri: z.url().max(MAX_BACK).describe('As the engine named it; refused unless it is the engine’s own.'),
    state: z.string().max(MAX_STATE).describe('The engine’s own; goes back as it came.'),
  })
  .describe('For a login that began at the engine: where it goes back to.');

export const Offboarding = z
  .object({
    person: z.uuid().describe('UGID.'),
    complete: z.boolean().describe('They are out everywhere.'),
    engines: z.array(
      z.object({
        engine: z.string(),
        status: z.enum(['shut_out', 'never_there', 'pending']),
        at: timestamp.nullable().describe('When they were shut out.'),
      }),
    ),
    receipt: z.string().nullable().describe('The signed receipt (JWS, ES256); null until it is complete.'),
  })
  .meta({ id: 'Offboarding' });
