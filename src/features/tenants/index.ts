export { tenantOperations } from './operations.ts';
export { tenantCreated, tenantResumed, tenantSuspended, tenantUpdated } from './events.ts';
