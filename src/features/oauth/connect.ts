import { z } from 'zod';
import { holdsScope, type Scope } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { AgentGrant } from './schema.ts';
import { insertGrant, lockGrant, revokeGrant } from './store.ts';

/** After so many days a person has to say it anew. */
export const GRANT_DAYS = 90;
const MS_PER_DAY = 24 * 3_600_000;
const MAX_CLIENT_ID = 2_000;
const MAX_NAME = 200;
const MAX_SCOPES = 200;

/**
 * What the consent page does when a person allows an agent. On no list, so on no surface: outside of an authorization
 * request a grant would serve nobody. It is an operation all the same, for its checks and its audit.
 */
export const connectAgent: Operation = defineOperation({
  name: 'oauth.connect',
  route: 'POST /oauth/grants',
  summary: 'Let an agent into a company.',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'agent.connected',
  concerns: (grant) => grant.tenantId,
  input: z.strictObject({
    clientId: z.string().min(1).max(MAX_CLIENT_ID),
    clientName: z.string().min(1).max(MAX_NAME),
    scopes: z.array(z.string()).min(1).max(MAX_SCOPES),
  }),
  output: AgentGrant,
  errors: ['tenant_required', 'insufficient_scope'],
  examples: [],
  run: (ctx, { clientId, clientName, scopes }) => {
    const { person, tenant } = ctx.actor;
    if (!person || !tenant) throw new AppError('tenant_required');
    // Nobody gives away what they don't hold.
    if (!scopes.every((scope) => holdsScope(ctx.actor.scopes, scope as Scope)))
      throw new AppError('insufficient_scope');
    const now = ctx.clock.now();
    const grant: AgentGrant = {
      id: ctx.clock.id(),
      tenantId: tenant.id,
      ugid: person.id,
      clientId,
      clientName,
      scopes,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + GRANT_DAYS * MS_PER_DAY).toISOString(),
      revokedAt: null,
    };
    return ctx.db.batch([insertGrant(grant)], grant);
  },
});

/** What the authorization server does when a client gives its tokens back, or uses one twice. On no surface either. */
export const disconnectAgent: Operation = defineOperation({
  name: 'oauth.disconnect',
  route: 'POST /oauth/grants/{id}/end',
  summary: 'End an agent’s connection.',
  effect: 'destroy',
  access: 'public',
  realm: 'identity',
  audit: 'agent.disconnected',
  concerns: (grant) => grant.tenantId,
  input: z.strictObject({ id: z.uuid() }),
  output: AgentGrant,
  examples: [],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const [grant] = await tx.run(lockGrant(id));
      if (!grant) throw new AppError('not_found');
      const now = ctx.clock.now();
      if (grant.revokedAt === null) await tx.run(revokeGrant(id, now));
      return { ...grant, revokedAt: grant.revokedAt ?? now.toISOString() };
    }),
});
