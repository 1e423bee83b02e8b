import { z } from 'zod';
import { FAULTS } from '#core/audit-chain.ts';
import { timestamp } from '#core/schemas.ts';

export const ACTOR_KINDS = [
  'anonymous',
  'operator',
  'key',
  'grant',
  'job',
  'person',
  'agent',
  'vault',
] as const;

/** An entry as SmarterOS writes it. */
const sound = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.enum(ACTOR_KINDS), id: z.uuid().nullable() }),
});

const count = z.int().min(0);
const Cost = z
  .object({
    requests: count.describe('Requests that were sent to the engine.'),
    ms: z.number().describe('Milliseconds that we waited for it.'),
    bytesOut: count.describe('Bytes of the bodies that were sent.'),
    bytesIn: count.describe('Bytes of the bodies that came back.'),
    outcome: z.string().describe('ok, or the code of the error.'),
  })
  .meta({ id: 'EngineCost' });

// Plain texts: what somebody damaged in the database is shown as it stands there, and not refused.
export const Entry = z
  .object({
    id: z.string().describe('UUID.'),
    at: timestamp,
    actor: z.object({
      kind: z.string().describe(`One of ${ACTOR_KINDS.join(', ')}.`),
      id: z.string().nullable().describe('UUID.'),
      name: z.string(),
    }),
    action: z.string().describe('What happened, e.g. contact.created.'),
    operation: z.string(),
    target: z.string().nullable().describe('Id of what was acted on.'),
    requestId: z.string(),
    cost: Cost.optional().describe('Of what an engine did or was asked to do; kept for a year.'),
    damaged: z
      .literal(true)
      .optional()
      .describe(
        'SmarterOS writes no such row: it was changed in the database, and is shown as it stands there.',
      ),
  })
  .meta({ id: 'AuditEntry' });
export type Entry = z.infer<typeof Entry>;

/** An entry as its row gives it. */
export type EntryRow = Omit<Entry, 'cost'> & { readonly cost: z.infer<typeof Cost> | null };

export function marked({ cost, ...entry }: EntryRow): Entry {
  const told = { ...entry, ...(cost && { cost }) };
  return sound.safeParse(entry).success ? told : { ...told, damaged: true };
}

const number = z.number().describe('Place in the company’s chain, from 1.');
const hash = z.string().describe('SHA-256 in hex (docs/audit.md).');

/** `head`: the last row isn't the one that was sealed last; `rewritten`: not what the checkpoint says. */
const WRONGS = [...FAULTS, 'head', 'rewritten'] as const;

export const Proof = z
  .object({
    ok: z.boolean().describe('Nothing wrong was found in the rows that were looked at.'),
    checked: z.int().describe('Rows that were looked at.'),
    from: number,
    head: z
      .object({ number, hash })
      .nullable()
      .describe('The last row that was sealed; null before the first.'),
    broken: z
      .object({
        number,
        id: z.string().nullable().describe('Of the row; null when there is none.'),
        what: z
          .enum(WRONGS)
          .describe(
            'changed: a column or the seal · missing: no row has that number · inserted: a row the chain doesn’t know · ' +
              'reordered: it changed places with the next · head: rows were taken off the end, or the end itself was changed · ' +
              'rewritten: not the row that the checkpoint was signed for.',
          ),
      })
      .nullable()
      .describe('The first row that is wrong.'),
    unsealed: z
      .object({
        count: z.int().describe('At most 10,000 are counted.'),
        oldestSeconds: z.int().describe('Age of the oldest; more than a few seconds: no worker runs.'),
      })
      .describe('Rows at the end that the sealer has yet to chain.'),
    nextFrom: number.nullable().describe('Where to go on; null at the end.'),
  })
  .meta({ id: 'AuditProof' });
export type Proof = z.infer<typeof Proof>;

const token = z.string().describe('The statement as a JWS (ES256), to be kept elsewhere.');
export const Checkpoint = z
  .object({ id: z.uuid(), number, hash, at: timestamp, token })
  .meta({ id: 'AuditCheckpoint' });
export type Checkpoint = z.infer<typeof Checkpoint>;
