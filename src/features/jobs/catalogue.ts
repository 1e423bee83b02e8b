import type { JobDefinition } from '#core/job.ts';
import type { Operation } from '#core/operation.ts';
import { jobOperations as operations } from './operations.ts';
import { scheduleOperations } from './schedules.ts';

/** @param list the one list of jobs; asked for at the first call */
export function jobOperations(list: () => readonly JobDefinition[]): readonly Operation[] {
  let known: ReadonlyMap<string, JobDefinition> | undefined;
  const listed = () => (known ??= new Map(list().map((job) => [job.name, job])));
  return [...operations(listed), ...scheduleOperations(listed)];
}
