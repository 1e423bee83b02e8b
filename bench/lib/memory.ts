import { readFileSync } from 'node:fs';

/** Memory of a process in MB; shared pages are divided among those who share them. */
export const pssMb = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
