export { readExport } from './read.ts';
