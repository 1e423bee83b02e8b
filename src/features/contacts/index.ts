import type { Operation } from '#core/operation.ts';
import { formOperations } from './form.ts';
import { contactOperations as crud } from './operations.ts';

export const contactOperations: readonly Operation[] = [...crud, ...formOperations];
export { contactJobs } from './jobs.ts';
export { contactCreated, contactUpdated } from './events.ts';
