import type { Actor } from '#core/actor.ts';
import { invalidField } from '#core/errors.ts';
import type { Operation } from '#core/operation.ts';
import type { Kernel } from '#kernel/types.ts';
import { aboutCategory, categoryOf } from '#surfaces/openapi/tags.ts';
import { CALL_TOOL, FIND_TOOLS, type Listed, type Tool } from '#surfaces/mcp/tools.ts';
import { createRank, type Rank } from './rank.ts';

/** With more tools than that, the list is these two and the core: models choose badly among hundreds, and pay for them. */
export const MANY_TOOLS = 50;
const MAX_QUERY = 500;
const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 20;

/** What of a tool is found: all that a call needs. Answers say themselves what they are. */
const found = ({ name, description, inputSchema, annotations }: Tool): string =>
  JSON.stringify({ name, description, inputSchema, annotations });

const OBJECT = { type: 'object' } as const;

/** The definitions of both, which name the categories that the caller may use, so that models know what there is. */
export function findingTools(categories: readonly string[]): Tool[] {
  const map = categories.map((name) => `- ${name}: ${aboutCategory(name)}`).join('\n');
  return [
    {
      name: CALL_TOOL,
      description:
        'Call a tool that find_tools found, exactly as if it stood in this list. Its inputs are those of its inputSchema.',
      inputSchema: {
        ...OBJECT,
        properties: {
          name: {
            type: 'string',
            description: 'The tool’s name, e.g. contacts_create; contacts.create is understood.',
          },
          arguments: { ...OBJECT, description: 'What its inputSchema asks for.', additionalProperties: true },
        },
        required: ['name'],
        additionalProperties: false,
      },
      outputSchema: { ...OBJECT, description: 'What the called tool answers.', additionalProperties: true },
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    },
    {
      name: FIND_TOOLS,
      description: `Find the tools for a task, in Spanish or English, and get their definitions. Then call them with call_tool. There are many more tools than this list shows, by category:\n\n${map}`,
      inputSchema: {
        ...OBJECT,
        properties: {
          query: {
            type: 'string',
            minLength: 1,
            maxLength: MAX_QUERY,
            description:
              'What is to be done, in a few words, e.g. “crear cliente” or “who changed a contact”.',
          },
          limit: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
        },
        required: ['query'],
        additionalProperties: false,
      },
      outputSchema: {
        ...OBJECT,
        properties: {
          tools: {
            type: 'array',
            description: 'Best first; empty when nothing fits: try other words.',
            items: {
              ...OBJECT,
              properties: {
                name: { type: 'string' },
                description: { type: 'string' },
                inputSchema: OBJECT,
                annotations: OBJECT,
              },
              required: ['name', 'description', 'inputSchema', 'annotations'],
              additionalProperties: false,
            },
          },
        },
        required: ['tools'],
        additionalProperties: false,
      },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
  ];
}

/** @throws AppError invalid_input */
function readInput(input: Readonly<Record<string, unknown>>): { query: string; limit: number } {
  const { query, limit = DEFAULT_LIMIT, ...rest } = input;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw invalidField(unknown, 'unknown', { en: 'is not known here', es: 'no se conoce aquí' });
  if (typeof query !== 'string' || query.trim() === '' || query.length > MAX_QUERY) {
    throw invalidField('query', 'length', {
      en: `must have 1 to ${MAX_QUERY} characters`,
      es: `debe tener de 1 a ${MAX_QUERY} caracteres`,
    });
  }
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > MAX_LIMIT) {
    throw invalidField('limit', 'range', {
      en: `must be a whole number from 1 to ${MAX_LIMIT}`,
      es: `debe ser un número entero de 1 a ${MAX_LIMIT}`,
    });
  }
  return { query, limit: limit as number };
}

/** Answers `find_tools` as JSON text. @throws AppError invalid_input */
export type Find = (
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  holds: (operation: Operation) => boolean,
) => string;

/** Made at the first question: an installation that nobody asks keeps no index. */
export function createFind(
  kernel: Pick<Kernel, 'catalogue' | 'allows'>,
  listed: () => readonly Listed[],
): Find {
  let ready: { readonly rank: Rank; readonly texts: ReadonlyMap<string, string> } | undefined;
  const build = () => {
    return {
      rank: createRank(kernel.catalogue.operations, ({ name }) => aboutCategory(categoryOf(name))),
      texts: new Map(listed().map(({ operation, tool }) => [operation.name, found(tool)])),
    };
  };
  return (actor, input, holds) => {
    const { query, limit } = readInput(input);
    const { rank, texts } = (ready ??= build());
    const best = rank(query, (operation) => holds(operation) && kernel.allows(actor, operation));
    const tools = best.slice(0, limit).map(({ name }) => texts.get(name)!);
    return `{"tools":[${tools.join(',')}]}`;
  };
}
