export { contactOperations } from './operations.ts';
export { formOperations } from './form/operations.ts';
export { FORM_CHALLENGE_SECONDS } from './form/protection.ts';
export { contactData } from './personal-data.ts';
export { contactJobs } from './jobs.ts';
export { contactCreated, contactUpdated, contactEvents } from './events.ts';
