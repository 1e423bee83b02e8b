export { keyOperations } from './operations.ts';
