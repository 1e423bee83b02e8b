export { noteContacts } from './store.ts';
