import { takesVersion } from '#core/operation.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';

const MAX_IDEMPOTENCY_KEY_CHARS = 255;

const text = (description: string, example: string): JsonSchema => ({
  description,
  schema: { type: 'string' },
  example,
});

/** Headers of answers (`components/headers`). */
export const HEADERS = {
  RequestId: text('Names this request in our logs.', '01989c1e-8a50-7000-8000-000000000001'),
  RateLimit: text(
    'What is left of the limit that applied: `r` requests, renewed in `t` seconds.',
    '"key";r=598;t=60',
  ),
  RateLimitPolicy: text(
    'The limits that apply: `q` requests in a window of `w` seconds.',
    '"key";q=600;w=60',
  ),
  RetryAfter: {
    description: 'Seconds to wait before the next try.',
    schema: { type: 'integer', minimum: 0 },
    example: 12,
  },
  WwwAuthenticate: text('How to log in.', 'Bearer'),
  ETag: text('The version of the row, to be sent back as `If-Match`.', '"3"'),
  IdempotencyReplayed: {
    description:
      'Present when the stored answer of an earlier request with the same `Idempotency-Key` was given again.',
    schema: { type: 'string', enum: ['true'] },
  },
} as const satisfies Record<string, JsonSchema>;

const header = (name: keyof typeof HEADERS): JsonSchema => ({ $ref: `#/components/headers/${name}` });

export function successHeaders({ operation }: Compiled): Record<string, JsonSchema> {
  return {
    ...(operation.versioned && { ETag: header('ETag') }),
    'X-Request-Id': header('RequestId'),
    RateLimit: header('RateLimit'),
    'RateLimit-Policy': header('RateLimitPolicy'),
    ...(operation.effect !== 'read' && { 'Idempotency-Replayed': header('IdempotencyReplayed') }),
  };
}

/** The reserved inputs as REST takes them (`components/parameters`). */
export const PARAMETERS = {
  DryRun: {
    name: 'Prefer',
    in: 'header',
    description: '`dry-run` checks and runs everything, answers as usual and keeps nothing.',
    // No enum: documentation pages put an only value into every sample, and copied samples would keep nothing.
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes repeating harmless: for 24 hours the same key with the same body gets the first answer again. A UUID serves well.',
    schema: { type: 'string', minLength: 1, maxLength: MAX_IDEMPOTENCY_KEY_CHARS },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of the version that you have seen; answers 412 when the row has changed since.',
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
  },
} as const satisfies Record<string, JsonSchema>;

export function reservedParameters(entry: Compiled): JsonSchema[] {
  if (entry.operation.effect === 'read') return [];
  const names: (keyof typeof PARAMETERS)[] = ['DryRun', 'IdempotencyKey'];
  if (takesVersion(entry.operation)) names.push('IfMatch');
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}
