export { tenantCreated, tenantEvents } from './events.ts';
export { findTenant, lockTenant } from './store.ts';
export { exampleTenant } from './example.ts';
export { looks, reference, Tenant } from './schema.ts';
