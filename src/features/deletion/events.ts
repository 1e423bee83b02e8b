import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

/** All three stand in the platform's own tenant: the company's events wait while it is about to be deleted. */
export const tenantClosing = defineEvent({
  name: 'tenant.closing',
  version: 1,
  summary: 'A company is about to be deleted.',
  scope: 'tenants:read',
  data: z.object({ id: z.uuid(), slug: z.string(), purgeAfter: z.string() }),
});
export const tenantRestored = defineEvent({
  name: 'tenant.restored',
  version: 1,
  summary: 'The deletion of a company was undone.',
  scope: 'tenants:read',
  data: z.object({ id: z.uuid(), slug: z.string() }),
});
export const tenantPurged = defineEvent({
  name: 'tenant.purged',
  version: 1,
  summary: 'All rows of a company are gone.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});

export const deletionEvents = [tenantClosing, tenantRestored, tenantPurged];
