export { secretOperations } from './operations.ts';
