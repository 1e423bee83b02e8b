import { defineJob, type JobDefinition } from '#core/job.ts';
import type { KeyRing } from '#platform/tokens/keys.ts';
import { deliveryJobs, type DeliveryParts } from './delivery/jobs.ts';
import { emailJobs } from './emails/jobs.ts';
import { forgetProofs } from './factors/jobs.ts';
import { numberJobs, type Notify } from './numbers/jobs.ts';
import { cleanCodes } from './otp/jobs.ts';

export function identityJobs(
  parts: DeliveryParts & { readonly keys: KeyRing; readonly notify: Notify },
): readonly JobDefinition[] {
  const rotateKeys = defineJob({
    name: 'identity.rotate_keys',
    summary: 'Replace the key of access tokens every 30 days.',
    realm: 'identity',
    every: '17 4 * * *',
    run: () => parts.keys.rotate(),
  });

  return [
    ...deliveryJobs(parts),
    ...numberJobs(parts),
    ...emailJobs(parts),
    rotateKeys,
    cleanCodes,
    forgetProofs,
  ];
}
