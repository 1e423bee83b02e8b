export { keyOperations, KEY_PREFIX } from './operations.ts';
