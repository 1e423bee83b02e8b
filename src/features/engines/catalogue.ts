export { engineOperations } from './operations.ts';
