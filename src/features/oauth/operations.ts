import { z } from 'zod';
import { holdsScope, type Actor, type Scope } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { AgentGrant } from './schema.ts';
import { listGrants, lockGrant, revokeGrant, type Owner } from './store.ts';

const example: AgentGrant = {
  id: '01960000-0000-7000-8000-000000000051',
  tenantId: EXAMPLE.tenant.id,
  ugid: EXAMPLE.person.ugid,
  clientId: 'https://agent.example/client.json',
  clientName: 'Example Agent',
  scopes: ['contacts:read'],
  createdAt: EXAMPLE.tenant.createdAt,
  expiresAt: '2026-05-30T12:00:00.000Z',
  revokedAt: null,
};

/** Agents are credentials of a company, as keys are: who may see or end those may do it to these. */
const mayInCompany = ({ tenant, scopes }: Actor, scope: Scope, tenantId: string | undefined): boolean =>
  tenant !== null && tenant.id === tenantId && holdsScope(scopes, scope);

function ownerOf(actor: Actor, of: 'me' | 'company'): Owner {
  if (of === 'me') return { personId: actor.person!.id };
  if (!actor.tenant) throw new AppError('tenant_required');
  if (!mayInCompany(actor, 'keys:read', actor.tenant.id)) throw new AppError('insufficient_scope');
  return { tenantId: actor.tenant.id };
}

const list = defineOperation({
  name: 'oauth.grants',
  route: 'GET /oauth/grants',
  summary: 'List connected agents, newest first.',
  description:
    'Your own in all of your companies, or everybody’s in the company that you chose, for whoever may see its keys.',
  words: 'Claude ChatGPT assistants with access · asistentes con acceso',
  effect: 'read',
  access: [{ person: true }],
  realm: 'identity',
  input: z.strictObject({
    ...pageInput,
    of: z.enum(['me', 'company']).default('me').describe('Whose: yours, or all of the company.'),
    active: z.boolean().default(false).describe('Only those that still have access.'),
    expiresBefore: z.iso.datetime().optional().describe('Only those that end by themselves before then.'),
  }),
  output: pageOf(AgentGrant),
  errors: ['tenant_required', 'insufficient_scope'],
  examples: [
    { title: 'Your agents', as: 'person', input: {}, output: { data: [example], nextCursor: null } },
  ],
  run: async (ctx, { of, cursor, limit, active, expiresBefore }) => {
    const filter = { aliveAt: active ? ctx.clock.now() : undefined, expiresBefore };
    const owner = ownerOf(ctx.actor, of);
    const [rows] = await ctx.db.batch([listGrants(owner, filter, decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

const revoke = defineOperation({
  name: 'oauth.revoke',
  route: 'DELETE /oauth/grants/{id}',
  summary: 'Disconnect an agent at once.',
  description:
    'All of its tokens end with it. For who let it in, and for whoever may revoke the company’s keys. Doing it again changes nothing.',
  words: 'Claude ChatGPT assistant · asistente IA quitar acceso',
  effect: 'destroy',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'agent.revoked',
  concerns: (grant) => grant.tenantId,
  input: z.strictObject({ id: z.uuid().describe('Id of the connection.') }),
  output: AgentGrant,
  errors: ['not_found'],
  examples: [
    {
      title: 'Disconnect',
      as: 'person',
      input: { id: example.id },
      output: { ...example, revokedAt: EXAMPLE.now },
    },
  ],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const [grant] = await tx.run(lockGrant(id));
      const own = grant?.ugid === ctx.actor.person!.id;
      // Somebody else's looks like none at all.
      if (!grant || !(own || mayInCompany(ctx.actor, 'keys:destroy', grant.tenantId)))
        throw new AppError('not_found');
      if (grant.revokedAt !== null) return grant;
      const now = ctx.clock.now();
      await tx.run(revokeGrant(id, now));
      return { ...grant, revokedAt: now.toISOString() };
    }),
});

export const oauthOperations: readonly Operation[] = [list, revoke];
