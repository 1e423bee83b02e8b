import type { JobDefinition } from '#core/job.ts';
import type { Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { defineTimeline } from '#core/timeline.ts';
import { breachOperations } from './breaches/operations.ts';
import { consentOperations } from './consents/operations.ts';
import { consentEntries } from './consents/store.ts';
import { ownData } from './declared.ts';
import { seededRecords } from './examples.ts';
import { peopleData } from './people.ts';
import { processingOperations } from './processing/operations.ts';
import { policyOperations } from './processing/policy.ts';
import { requestJobs } from './requests/jobs.ts';
import { requestOperations } from './requests/operations.ts';
import { retentionJobs } from './retention/jobs.ts';
import { retentionOperations } from './retention/operations.ts';
import { subjectOperations } from './subject/operations.ts';

export { privacyEvents } from './events.ts';
export const consentTimeline = defineTimeline({
  name: 'consents',
  scope: 'consents:read',
  entries: consentEntries,
});
export { CHANNELS, purpose } from './consents/operations.ts';
export { recordConsent, recordConsents } from './consents/record.ts';
export { covers } from './retention/holds.ts';
export { activeHolds } from './retention/store.ts';
export { withdrawByEvidence } from './consents/store.ts';

/** Everything that SmarterOS keeps about people: what the features declare, and this feature's own registers. */
export const allPersonalData = (features: readonly PersonalData[]): readonly PersonalData[] => [
  ...features,
  ...ownData,
  ...peopleData,
];

/** `features`: the declarations of all others; `key` signs the links by which consents are withdrawn. */
export function privacyOperations(features: readonly PersonalData[], key: Buffer): readonly Operation[] {
  const declared = allPersonalData(features);
  return [
    ...consentOperations({ key }),
    ...requestOperations(declared),
    ...subjectOperations(declared, seededRecords),
    ...breachOperations,
    ...processingOperations(declared),
    ...policyOperations(declared),
    ...retentionOperations(declared),
  ];
}

export const privacyJobs = (features: readonly PersonalData[]): readonly JobDefinition[] => [
  ...requestJobs,
  ...retentionJobs(allPersonalData(features)),
];
