export { deletionOperations } from './operations.ts';
