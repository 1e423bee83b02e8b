export { accountOperations } from './operations.ts';
export { lockAccount } from './store.ts';
