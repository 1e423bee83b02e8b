export { coreOperations } from './operations.ts';
export type { Probe } from './probes.ts';
