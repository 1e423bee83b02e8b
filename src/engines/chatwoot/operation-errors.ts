import type { ErrorCode } from '#core/errors.ts';

export const READ_ERRORS: readonly ErrorCode[] = [
  'engine_not_connected',
  'engine_not_ready',
  'engine_unreachable',
  'engine_rejected_credentials',
  'engine_not_found',
  'engine_forbidden',
  'engine_invalid',
  'engine_rate_limited',
];

export const WRITE_ERRORS: readonly ErrorCode[] = [
  ...READ_ERRORS,
  'engine_conflict',
  'engine_outcome_unknown',
];
