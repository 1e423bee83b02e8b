export { tenantOperations } from './operations.ts';
export { findTenant } from './store.ts';
