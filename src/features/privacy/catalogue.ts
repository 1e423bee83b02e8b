import type { Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { breachOperations } from './breaches/operations.ts';
import { consentOperations } from './consents/operations.ts';
import { allPersonalData } from './all.ts';
import { seededRecords } from './examples.ts';
import { processingOperations } from './processing/operations.ts';
import { policyOperations } from './processing/policy.ts';
import { requestOperations } from './requests/operations.ts';
import { retentionOperations } from './retention/operations.ts';
import { subjectOperations } from './subject/operations.ts';

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
