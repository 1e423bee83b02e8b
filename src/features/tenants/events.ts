import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

const data = z.object({ id: z.uuid(), slug: z.string() });

export const tenantCreated = defineEvent({
  name: 'tenant.created',
  version: 1,
  summary: 'A company was created.',
  scope: 'tenants:read',
  data,
});
export const tenantUpdated = defineEvent({
  name: 'tenant.updated',
  version: 1,
  summary: 'A company’s details changed.',
  scope: 'tenants:read',
  data,
});
export const tenantSuspended = defineEvent({
  name: 'tenant.suspended',
  version: 1,
  summary: 'A company was suspended.',
  scope: 'tenants:read',
  data,
});
export const tenantResumed = defineEvent({
  name: 'tenant.resumed',
  version: 1,
  summary: 'A suspended company is active again.',
  scope: 'tenants:read',
  data,
});

export const tenantEvents = [tenantCreated, tenantUpdated, tenantSuspended, tenantResumed];
