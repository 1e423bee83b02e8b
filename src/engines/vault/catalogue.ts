export { vaultOperations } from './operations.ts';
