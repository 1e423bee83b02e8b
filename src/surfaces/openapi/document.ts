import { takesVersion } from '#core/operation.ts';
import type { Catalogue, JsonSchema } from '#kernel/types.ts';
import { HEADERS, PARAMETERS } from './headers.ts';
import { operationObject } from './operation.ts';
import { PROBLEM_SCHEMA } from './problems.ts';
import { poolSchemas } from './schemas.ts';
import { tagsOf } from './tags.ts';

export interface DocumentInfo {
  readonly version: string;
  /** Where callers reach the API, without a slash at the end. */
  readonly publicUrl: string;
}

const DESCRIPTION = `One API for a company's whole software: every operation here is also an MCP tool and a command of
the \`smarteros\` CLI, under the same name, with the same rules and the same answers.

- **Log in** with \`Authorization: Bearer <API key>\`. The key decides the company; nothing else does.
- **Lists** answer \`{data, nextCursor}\`: pass \`nextCursor\` as \`cursor\` until it is null.
- **Errors** are problem documents (RFC 9457). Decide by \`code\`; \`title\` is for people, in English or Spanish
  (\`Accept-Language\`).
- **Repeat writes safely** with an \`Idempotency-Key\`; **try them out** with \`Prefer: dry-run\`.
- **Change what you have seen**: send the \`ETag\` of a row back as \`If-Match\`.`;

const API_KEY = {
  type: 'http',
  scheme: 'bearer',
  description:
    "An API key of a company, made with `keys.create`, or the operator's key. A key holds scopes like `contacts:write`; " +
    '`write` includes `read`, `destroy` includes both. What an operation needs stands in its description.',
};

/** OpenAPI 3.1, derived from the catalogue alone: the same catalogue gives the same bytes. */
export function openApiDocument(catalogue: Catalogue, info: DocumentInfo): object {
  const pool = poolSchemas(catalogue);
  const responses: Record<string, JsonSchema> = {};
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const entry of catalogue.operations) {
    const methods = (paths[entry.path] ??= {});
    methods[entry.method.toLowerCase()] = operationObject(entry, pool, responses);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'SmarterOS API', version: info.version, description: DESCRIPTION },
    servers: [{ url: info.publicUrl }],
    tags: tagsOf(catalogue),
    paths,
    components: {
      securitySchemes: { apiKey: API_KEY },
      schemas: { Problem: PROBLEM_SCHEMA, ...pool.shared },
      parameters: usedParameters(catalogue),
      headers: HEADERS,
      responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** Only what some operation refers to: an unused component is a lint error. */
function usedParameters(catalogue: Catalogue): Record<string, JsonSchema> {
  const { DryRun, IdempotencyKey, IfMatch } = PARAMETERS;
  return {
    ...(catalogue.operations.some(({ operation }) => operation.effect !== 'read') && {
      DryRun,
      IdempotencyKey,
    }),
    ...(catalogue.operations.some(({ operation }) => takesVersion(operation)) && { IfMatch }),
  };
}
