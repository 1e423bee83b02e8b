import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const tenantClaimed = defineEvent({
  name: 'tenant.claimed',
  version: 1,
  summary: 'Somebody says that a company is theirs.',
  scope: null,
  data: z.object({ id: z.uuid(), tenantId: z.uuid(), name: z.string() }),
});

export const tenantTransferred = defineEvent({
  name: 'tenant.transferred',
  version: 1,
  summary: 'The operator gave a company to whoever proved to be its owner.',
  scope: 'tenants:read',
  data: z.object({ tenantId: z.uuid(), name: z.string(), to: z.uuid(), from: z.array(z.uuid()) }),
});

export const claimEvents = [tenantClaimed, tenantTransferred];
