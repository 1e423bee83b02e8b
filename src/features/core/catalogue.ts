export { coreOperations } from './operations.ts';
