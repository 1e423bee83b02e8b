import { z } from 'zod';
import type { Access, Operation } from './operation.ts';

const Tool = z
  .object({
    name: z.string().describe('The name that MCP lists.'),
    operation: z.string().describe('The dotted name, as CLI and docs write it.'),
    summary: z.string(),
    effect: z.enum(['read', 'write', 'destroy']),
    credential: z
      .enum(['none', 'key', 'operator'])
      .describe('Who may call it: anybody, a key with the scopes, or the operator.'),
    scopes: z.array(z.string()).describe('One of these is enough.'),
  })
  .meta({ id: 'Tool' });

/** Answer of `core.registry` and skeleton of `GET /tools`: names and words only, nothing of any tenant. */
export const ToolCatalogue = z
  .object({
    categories: z.array(z.object({ name: z.string(), tools: z.array(Tool) }).meta({ id: 'ToolCategory' })),
    count: z.int(),
  })
  .meta({ id: 'ToolCatalogue' });
export type ToolCatalogue = z.infer<typeof ToolCatalogue>;

/** MCP's name of an operation: `contacts.create` → `contacts_create`. */
export const toolName = (operation: string): string => operation.replace('.', '_');

/** The scopes that open an operation, one each; empty when no scope does. */
export const scopesOf = (access: Access): string[] =>
  access === 'public' ? [] : access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []));

/** All operations by category, both in the order of their names, so that the list is the same at every asking. */
export function toolCatalogue(operations: readonly Operation[]): ToolCatalogue {
  const tools = operations
    .map(({ name, summary, effect, access }) => {
      const scopes = scopesOf(access);
      const credential = access === 'public' ? 'none' : scopes.length > 0 ? 'key' : 'operator';
      return { name: toolName(name), operation: name, summary, effect, credential, scopes } as const;
    })
    .toSorted((a, b) => (a.operation < b.operation ? -1 : 1));
  const byCategory = Map.groupBy(tools, (tool) => tool.operation.split('.', 1)[0]!);
  return {
    categories: [...byCategory].map(([name, entries]) => ({ name, tools: entries })),
    count: tools.length,
  };
}
