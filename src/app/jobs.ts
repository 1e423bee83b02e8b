import type { JobDefinition } from '#core/job.ts';
import { auditJobs } from '#features/audit/index.ts';
import { claimJobs } from '#features/claims/index.ts';
import { contactJobs } from '#features/contacts/index.ts';
import { deletionJobs } from '#features/deletion/index.ts';
import { engineJobs } from '#features/engines/index.ts';
import { grantJobs } from '#features/grants/index.ts';
import { hookJobs, type HookParts } from '#features/hooks/index.ts';
import { identityJobs } from '#features/identity/index.ts';
import { importJobs } from '#features/imports/index.ts';
import { invitationJobs } from '#features/invitations/index.ts';
import { jobJobs } from '#features/jobs/index.ts';
import { memberJobs } from '#features/members/index.ts';
import { messageJobs } from '#features/messages/index.ts';
import { oauthJobs } from '#features/oauth/index.ts';
import { privacyJobs } from '#features/privacy/index.ts';
import { secretJobs, type SecretParts } from '#features/secrets/index.ts';
import { webhookJobs } from '#features/webhooks/index.ts';
import { housekeepingJobs } from '#kernel/housekeeping.ts';
import { ENGINES, SENDERS } from './engines.ts';
import { FEATURE_DATA } from './personal-data.ts';

/** The one list of jobs. */
export const listJobs = (
  parts: Parameters<typeof identityJobs>[0] &
    Parameters<typeof invitationJobs>[0] &
    Parameters<typeof auditJobs>[0] &
    Parameters<typeof engineJobs>[0] &
    Parameters<typeof grantJobs>[0] &
    Partial<Parameters<typeof secretJobs>[0]> &
    Partial<Parameters<typeof hookJobs>[0]>,
): readonly JobDefinition[] => [
  ...identityJobs(parts),
  ...oauthJobs,
  ...memberJobs,
  ...invitationJobs(parts),
  ...grantJobs(parts),
  ...claimJobs(parts),
  ...contactJobs,
  ...importJobs,
  ...deletionJobs(parts),
  ...engineJobs(parts),
  ...privacyJobs(FEATURE_DATA, parts),
  ...messageJobs,
  ...jobJobs,
  ...auditJobs(parts),
  ...webhookJobs(parts),
  ...hookJobs({ hooks: describedHooks, ...parts }),
  ...secretJobs({ secrets: describedSecrets, ...parts }),
  ...housekeepingJobs,
];

/** Stand where jobs are listed and never run. */
const describedHooks = { engines: ENGINES, senders: SENDERS } as unknown as HookParts;
const describedSecrets = {} as SecretParts;
