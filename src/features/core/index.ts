export type { Probe } from './probes.ts';
