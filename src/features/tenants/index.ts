export { tenantCreated, tenantEvents } from './events.ts';
export { findTenant, lockTenant } from './store.ts';
export { reference, Tenant } from './schema.ts';
