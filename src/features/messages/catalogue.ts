export { messageOperations } from './operations.ts';
