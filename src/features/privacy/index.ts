import type { JobDefinition } from '#core/job.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { defineTimeline } from '#core/timeline.ts';
import { allPersonalData } from './all.ts';
import { consentEntries } from './consents/store.ts';
import { requestJobs } from './requests/jobs.ts';
import { retentionJobs } from './retention/jobs.ts';

export { allPersonalData };
export { privacyEvents } from './events.ts';
export const consentTimeline = defineTimeline({
  name: 'consents',
  scope: 'consents:read',
  entries: consentEntries,
});
export { CHANNELS, purpose } from './consents/schema.ts';
export { recordConsent, recordConsents } from './consents/record.ts';
export { covers } from './retention/holds.ts';
export { activeHolds } from './retention/store.ts';
export { withdrawByEvidence } from './consents/store.ts';

export const privacyJobs = (
  features: readonly PersonalData[],
  parts: Parameters<typeof requestJobs>[0],
): readonly JobDefinition[] => [...requestJobs(parts), ...retentionJobs(allPersonalData(features))];
