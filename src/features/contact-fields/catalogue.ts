export { contactFieldOperations } from './operations.ts';
