export { accountOperations } from './operations.ts';
