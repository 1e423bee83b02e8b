export { grantOperations } from './operations.ts';
