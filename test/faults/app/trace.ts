import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { contactCreated, contactUpdated } from '#features/contacts/index.ts';

/** A job began to handle an event. */
export interface Trace {
  readonly job: string;
  readonly event: string;
  readonly pid: number;
  /** Milliseconds since 1970: the lines come from several processes. */
  readonly at: number;
}

/** Long enough to be killed in the middle, or to end while the database is away. */
const HOLD_MS = 4_000;
export const HANDLE = 'faults.handle';
export const HOLD = 'faults.hold';

/**
 * A file and no table: what PostgreSQL forgets in a crash must not be forgotten here as well. An appended line this
 * short is written whole or not at all, and outlives the process.
 */
const fileOf = (home: string): string => join(home, 'handled.jsonl');

/** All traces of a job, oldest first. Parses no others: it is asked again and again while there are ever more of them. */
export function readTrace(home: string, job: string): Trace[] {
  if (!existsSync(fileOf(home))) return [];
  // What stands behind the last line break is just being written.
  const lines = readFileSync(fileOf(home), 'utf8').split('\n').slice(0, -1);
  return lines.filter((line) => line.includes(job)).map((line) => JSON.parse(line) as Trace);
}

/** Grows with every job that begins. */
export const traceBytes = (home: string): number => statSync(fileOf(home)).size;

export function tracedJobs(home: string): JobDefinition[] {
  const leave = (job: string, event: string): void => {
    const trace: Trace = { job, event, pid: process.pid, at: Date.now() };
    appendFileSync(fileOf(home), `${JSON.stringify(trace)}\n`);
  };
  return [
    defineJob({
      name: HANDLE,
      summary: 'Leave a trace of each new contact.',
      on: contactCreated,
      run: async (_, event) => leave(HANDLE, event.id),
    }),
    defineJob({
      name: HOLD,
      summary: 'Take long, the first time; end at once when it was begun before.',
      on: contactUpdated,
      run: async (ctx, event) => {
        const begun = readTrace(home, HOLD).some((one) => one.event === event.id);
        leave(HOLD, event.id);
        if (!begun) await sleep(HOLD_MS, undefined, { signal: ctx.signal });
      },
    }),
  ];
}
