export { invitationEvents } from './events.ts';
export { invitationJobs } from './jobs.ts';
export { invitationData } from './personal-data.ts';
