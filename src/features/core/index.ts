export { coreOperations, type CoreParts } from './operations.ts';
export type { Probe } from './probes.ts';
