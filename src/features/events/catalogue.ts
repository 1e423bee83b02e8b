export { eventOperations } from './operations.ts';
