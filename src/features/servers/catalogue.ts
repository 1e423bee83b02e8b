export { serverOperations } from './operations.ts';
