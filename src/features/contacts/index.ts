import type { Operation } from '#core/operation.ts';
import { formOperations } from './form.ts';
import { contactOperations as crud } from './operations.ts';

export const contactOperations: readonly Operation[] = [...crud, ...formOperations];
export { contactData } from './personal-data.ts';
export { contactJobs } from './jobs.ts';
export { contactCreated, contactUpdated, contactEvents } from './events.ts';
