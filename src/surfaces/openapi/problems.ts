import { takesVersion } from '#core/operation.ts';
import { AppError, ERRORS, toProblem, type ErrorCode, type Problem } from '#core/errors.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const EXAMPLE_REQUEST_ID = '01989c1e-8a50-7000-8000-000000000001';

/** A POST, PATCH or PUT has a body; a GET or DELETE has its values in the query. */
export const hasBody = (entry: Compiled): boolean => !['GET', 'DELETE'].includes(entry.method);

/** Every code that the operation can answer with, in the order of `ERRORS`. */
export function possibleCodes(entry: Compiled): ErrorCode[] {
  const { access, door, effect, errors = [] } = entry.operation;
  // A credential is optional where everybody may call, yet one that is sent has to be valid.
  const codes = new Set<ErrorCode>([
    'invalid_input',
    'unauthenticated',
    'rate_limited',
    'internal',
    'unavailable',
  ]);
  const add = (...more: readonly ErrorCode[]): void => more.forEach((code) => codes.add(code));
  const rules = access === 'public' ? [] : access;
  const byScope = rules.some((rule) => 'scope' in rule);
  const byOperator = rules.some((rule) => 'operator' in rule);
  if (byScope) add('insufficient_scope', 'tenant_suspended');
  if (byScope !== byOperator) add('forbidden'); // the operator without a grant, or anybody but the operator
  if (door) add('not_found', 'tenant_suspended');
  if (hasBody(entry)) add('malformed_request', 'payload_too_large', 'unsupported_media_type');
  if (entry.pathParams.length > 0) add('not_found', 'malformed_request');
  if (effect !== 'read') {
    add('idempotency_in_progress', 'idempotency_key_reused');
  }
  if (takesVersion(entry.operation)) add('version_conflict');
  add(...errors);
  return CODES.filter((code) => codes.has(code));
}

const pascal = (code: string): string =>
  code.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `InvalidInputOrMalformedRequest`. */
const responseName = (codes: readonly ErrorCode[]): string => codes.map(pascal).join('Or');

const ref = (section: string, name: string): JsonSchema => ({ $ref: `#/components/${section}/${name}` });

/** Codes whose answer says when to come again. */
const PASSING = new Set<ErrorCode>([
  'idempotency_in_progress',
  'otp_tries_exceeded',
  'rate_limited',
  'unavailable',
]);

function problemResponse(status: number, codes: readonly ErrorCode[]): JsonSchema {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title.en}`).join('\n\n'),
    headers: {
      'X-Request-Id': ref('headers', 'RequestId'),
      RateLimit: ref('headers', 'RateLimit'),
      'RateLimit-Policy': ref('headers', 'RateLimitPolicy'),
      ...((status === 401 || codes.includes('insufficient_scope')) && {
        'WWW-Authenticate': ref('headers', 'WwwAuthenticate'),
      }),
      ...(codes.some((code) => PASSING.has(code)) && { 'Retry-After': ref('headers', 'RetryAfter') }),
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            ref('schemas', 'Problem'),
            {
              type: 'object',
              properties: { status: { const: status }, code: { type: 'string', enum: codes } },
              required: ['status', 'code'],
            },
          ],
        },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            {
              summary: ERRORS[code].title.en,
              value: toProblem(new AppError(code), 'en', EXAMPLE_REQUEST_ID),
            },
          ]),
        ),
      },
    },
  };
}

/** An operation's problem responses by status; the same codes make the same response, under the same name. */
export function problemResponses(
  entry: Compiled,
): Readonly<Record<string, { name: string; response: JsonSchema }>> {
  const byStatus = Map.groupBy(possibleCodes(entry), (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { name: responseName(codes), response: problemResponse(status, codes) },
    ]),
  );
}

const fields = {
  type: {
    type: 'string',
    format: 'uri',
    description: 'Names the kind of problem: `urn:smarteros:error:<code>`.',
  },
  title: { type: 'string', description: 'What happened, for people, in the language asked for (en or es).' },
  status: { type: 'integer', description: "The response's HTTP status." },
  code: { type: 'string', enum: CODES, description: 'Stable for ever: decide by this.' },
  detail: { type: 'string', description: 'More about this one case.' },
  errors: {
    type: 'array',
    description: 'The values that were refused.',
    items: {
      type: 'object',
      properties: {
        field: { type: 'string', description: 'Where it stands, e.g. `tags[0].name`.' },
        code: { type: 'string', description: 'The rule it broke, e.g. `required`.' },
        message: { type: 'string', description: 'What was expected, for people.' },
      },
      required: ['field', 'code', 'message'],
    },
  },
  data: {
    type: 'object',
    description:
      'What a program needs to go on. With `second_factor_required`: `ticket`. With `challenge_required`: `challenge`, an ALTCHA challenge (version 2, SHA-256).',
    additionalProperties: true,
  },
  requestId: { type: 'string', description: 'Name it when you ask for help; the same as `X-Request-Id`.' },
} as const satisfies Record<keyof Problem, JsonSchema>;

export const PROBLEM_SCHEMA: JsonSchema = {
  type: 'object',
  title: 'Problem',
  description: 'What every refusal looks like (RFC 9457).',
  properties: fields,
  required: ['type', 'title', 'status', 'code'],
};
