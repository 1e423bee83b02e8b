import { z } from 'zod';

/** Revision of the format that registries of MCP servers speak. */
export const SERVER_SCHEMA = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json';

const MOST = 20;
const some = <T extends z.ZodType>(item: T) => z.array(item).max(MOST).optional();
const name = z.string().min(1).max(255);
const address = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/)
  .max(2_000);
const exact = z
  .string()
  .max(255)
  .regex(/^(?!latest$)(?!.*\.[xX*](?:\.|$))[0-9A-Za-z][0-9A-Za-z.+_-]*$/)
  .describe('One version: no range, and not `latest`.');
/** A value that whoever starts or calls the server has to give. */
const input = z.looseObject({ name: name.optional(), isSecret: z.boolean().optional() });

const remote = z.strictObject({
  type: z.enum(['streamable-http', 'sse']),
  url: address.describe('May be a template, e.g. https://{tenant}.example.com/mcp.'),
  headers: some(input),
  variables: z.record(z.string(), input).optional(),
});

/** An MCP server as registries describe it (server.json). */
export const ServerJson = z
  .strictObject({
    $schema: address.optional(),
    name: z
      .string()
      .min(3)
      .max(200)
      .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/)
      .describe('Reverse DNS and a name, e.g. com.example/weather.'),
    title: z.string().min(1).max(100).optional(),
    description: z.string().min(1).max(100),
    version: exact,
    websiteUrl: address.optional(),
    repository: z
      .strictObject({
        url: address,
        source: name.describe('Who hosts it, as registries call it.'),
        id: name.optional(),
        subfolder: name.optional(),
      })
      .optional(),
    icons: some(
      z.looseObject({
        src: z
          .string()
          .regex(/^https:\/\/[^\s]+$/)
          .max(255),
      }),
    ),
    packages: some(
      z.strictObject({
        registryType: name.describe('e.g. npm.'),
        registryBaseUrl: address.optional(),
        identifier: z.string().min(1).max(2_000),
        version: exact.optional(),
        fileSha256: z
          .string()
          .regex(/^[a-f0-9]{64}$/)
          .optional(),
        runtimeHint: name.optional(),
        transport: z.looseObject({
          type: z.enum(['stdio', 'streamable-http', 'sse']),
          url: address.optional(),
        }),
        runtimeArguments: some(input),
        packageArguments: some(input),
        environmentVariables: some(input),
      }),
    ),
    remotes: some(remote),
    _meta: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'McpServer' });
export type ServerJson = z.infer<typeof ServerJson>;

export const SERVER_STATUS = ['active', 'deprecated', 'deleted'] as const;

/** A version of a server with what a registry knows of it. Times are ISO 8601 in UTC. */
export interface ServerEntry {
  readonly server: ServerJson;
  readonly status: (typeof SERVER_STATUS)[number];
  readonly statusChangedAt: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
}
