export { KEY_PREFIX } from './prefix.ts';
