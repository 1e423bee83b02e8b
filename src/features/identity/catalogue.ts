import type { Operation } from '#core/operation.ts';
import { developmentOperations } from './development.ts';
import { emailOperations } from './emails/operations.ts';
import { factorOperations } from './factors/operations.ts';
import { secondFactorOperations } from './factors/second-operations.ts';
import { stepUpOperations } from './factors/step-up-operations.ts';
import { totpOperations } from './factors/totp-operations.ts';
import { clerkOperations } from './federation/clerk.ts';
import { linkOperations } from './federation/link-operations.ts';
import { oidcOperations } from './federation/operations.ts';
import { approvalOperations } from './numbers/approval-operations.ts';
import { numberOperations } from './numbers/change-operations.ts';
import { lostNumberOperations } from './numbers/lost-operations.ts';
import { otpOperations } from './otp.ts';
import { operatorOperations } from './operator/operations.ts';
import type { IdentityParts } from './parts.ts';
import { passkeyLoginOperations } from './passkeys/login-operations.ts';
import { passkeyOperations } from './passkeys/operations.ts';
import { passwordOperations } from './passwords/operations.ts';
import { sessionOperations } from './session-operations.ts';

/** `development`: messages go into a list that the operator reads, and nowhere else. */
export const identityOperations = (parts: IdentityParts & { development: boolean }): readonly Operation[] => [
  ...otpOperations(parts),
  ...sessionOperations(parts),
  ...secondFactorOperations(parts),
  ...stepUpOperations(parts),
  ...factorOperations,
  ...totpOperations(parts),
  ...passkeyLoginOperations(parts),
  ...passkeyOperations(parts),
  ...passwordOperations(parts),
  ...oidcOperations(parts),
  ...linkOperations(parts),
  ...numberOperations(parts),
  ...lostNumberOperations(parts),
  ...approvalOperations,
  ...emailOperations(parts),
  ...operatorOperations(parts),
  ...(parts.clerkSecret ? clerkOperations(parts, parts.clerkSecret) : []),
  ...(parts.development ? developmentOperations : []),
];
