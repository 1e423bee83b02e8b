import type { Operation } from '#core/operation.ts';
import { developmentOperations } from './development.ts';
import { otpOperations } from './otp.ts';
import type { IdentityParts } from './parts.ts';
import { sessionOperations } from './session-operations.ts';

export { codeHash } from './codes.ts';
export { applyCodeStatus } from './delivery/status.ts';
export { identityJobs } from './jobs.ts';
export { takeTenantLimit } from './otp/tenant-limit.ts';
export type { IdentityParts } from './parts.ts';
export { COOKIE_PREFIX } from './sessions.ts';

/** `development`: messages go into a list that the operator reads, and nowhere else. */
export const identityOperations = (parts: IdentityParts & { development: boolean }): readonly Operation[] => [
  ...otpOperations(parts),
  ...sessionOperations(parts),
  ...(parts.development ? developmentOperations : []),
];
