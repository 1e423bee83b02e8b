import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { toolCatalogue } from '#core/registry.ts';
import type { Catalogue } from '#kernel/types.ts';
import { compressed, sendCompressed, type Compressed } from '#surfaces/openapi/compressed.ts';
import { listTools } from './tools.ts';

/** Changes with a release: a minute of staleness is harmless, and the ETag makes asking again cheap. */
const CACHE = 'public, max-age=60';

/** `core.registry`, with each tool's schemas and hints as MCP gives them. */
export function toolsDocument(catalogue: Catalogue): object {
  const tools = new Map(listTools(catalogue).map(({ operation, tool }) => [operation.name, tool]));
  const { categories, count } = toolCatalogue(catalogue.operations.map(({ operation }) => operation));
  const detailed = categories.map(({ name, tools: entries }) => ({
    name,
    tools: entries.map((entry) => ({ ...entry, ...tools.get(entry.operation) })),
  }));
  return { categories: detailed, count };
}

/** GET /tools: what this installation can do, for everybody; made when somebody first asks. */
export function registerTools(app: FastifyInstance, catalogue: Catalogue): void {
  let document: Compressed | undefined;
  app.get('/tools', async (request, reply) => {
    const type = 'application/json; charset=utf-8';
    document ??= compressed(type, CACHE, gzipSync(JSON.stringify(toolsDocument(catalogue))));
    return sendCompressed(request, reply, document);
  });
}
