export { tenantOperations } from './operations.ts';
export { reference, Tenant } from './schema.ts';
export { findTenant, lockTenant } from './store.ts';
