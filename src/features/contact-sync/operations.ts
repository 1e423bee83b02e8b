import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { NAMES } from './lanes/names.ts';
import { syncStatus } from './store.ts';

/** Counted no further. */
const MOST_BEHIND = 10_000;

const Status = z
  .object({
    engine: z.string(),
    linked: z.int().describe('Contacts that are the same there.'),
    left: z.int().describe('Removed there: they stay here, and don’t go there again by themselves.'),
    duplicate: z.int().describe('Not there, since another contact with their phone or mail is.'),
    refused: z.int().describe('The engine can’t take them as they are.'),
    failed: z.int().describe('Something went wrong with them; they are tried again.'),
    waiting: z.int().describe(`Changes here that are still to go there; at most ${MOST_BEHIND} are counted.`),
    told: z.int().describe('Contacts that the engine says changed there, and that wait to be looked at.'),
    filledAt: timestamp.nullable().describe('When all contacts from before had gone there.'),
    lookedAt: timestamp.nullable().describe('When changes there were last looked for.'),
    errorCode: z.string().nullable().describe('What keeps the engine from being reached.'),
  })
  .meta({ id: 'ContactSyncStatus' });

/** Of the example tenant. */
export const exampleStatus: z.infer<typeof Status> = {
  engine: 'odoo',
  linked: 1,
  left: 0,
  duplicate: 0,
  refused: 0,
  failed: 0,
  waiting: 0,
  told: 0,
  filledAt: EXAMPLE.tenant.createdAt,
  lookedAt: EXAMPLE.tenant.createdAt,
  errorCode: null,
};

const status = defineOperation({
  name: 'contact_sync.status',
  route: 'GET /contact-sync',
  summary: 'See how far contacts are the same in each engine.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({}),
  output: z.object({ data: z.array(Status) }),
  examples: [{ title: 'All engines', input: {}, output: { data: [exampleStatus] } }],
  run: async (ctx) => {
    const [rows] = await ctx.db.batch([syncStatus(NAMES, MOST_BEHIND)]);
    return {
      data: rows.map(({ behind, polledAt, ...row }) => ({ ...row, waiting: behind, lookedAt: polledAt })),
    };
  },
});

export const contactSyncOperations: readonly Operation[] = [status];
