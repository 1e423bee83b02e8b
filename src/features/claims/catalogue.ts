export { claimOperations } from './operations.ts';
