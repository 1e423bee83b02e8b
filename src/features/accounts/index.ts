export { lockAccount } from './store.ts';
