export { contactSyncOperations } from './operations.ts';
