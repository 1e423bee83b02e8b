import { toolName } from '#core/registry.ts';
import { takesVersion, type Operation } from '#core/operation.ts';
import type { Catalogue, Compiled, JsonSchema } from '#kernel/types.ts';

export const MAX_KEY_LENGTH = 255;
/** Tools that are no operations. */
export const FIND_TOOLS = 'find_tools';
export const CALL_TOOL = 'call_tool';

/** An operation as `tools/list` and `GET /tools` describe it. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly annotations: Readonly<Record<string, boolean>>;
}

const DRY_RUN = { type: 'boolean', description: 'Try it: everything happens, then all of it is undone.' };
const IDEMPOTENCY_KEY = {
  type: 'string',
  minLength: 1,
  maxLength: MAX_KEY_LENGTH,
  description: 'Repeating a call under the same key gives the first answer again, for 24 hours.',
};
const IF_VERSION = {
  type: 'integer',
  minimum: 1,
  description: 'Refuse unless the row still has this version.',
};

/** The inputs that writes understand beside their own (ARCHITECTURE §1). */
function reservedInputs(operation: Operation): Record<string, JsonSchema> {
  if (operation.effect === 'read') return {};
  const version = takesVersion(operation) && { ifVersion: IF_VERSION };
  return { dryRun: DRY_RUN, idempotencyKey: IDEMPOTENCY_KEY, ...version };
}

/** @throws Error when an operation, or an input of its own, has a reserved name. */
function toTool({ operation, method, inputSchema, outputSchema }: Compiled): Tool {
  const own = (inputSchema['properties'] ?? {}) as Record<string, JsonSchema>;
  const reserved = reservedInputs(operation);
  const taken = Object.keys(own).find((name) => name in reserved);
  if (taken) throw new Error(`${operation.name}: the input ${taken} is reserved`);
  const name = toolName(operation.name);
  if (name === FIND_TOOLS || name === CALL_TOOL) throw new Error(`${operation.name}: the name is reserved`);
  return {
    name,
    description: [operation.summary, operation.description].filter(Boolean).join('\n\n'),
    inputSchema: { ...inputSchema, properties: { ...own, ...reserved } },
    outputSchema,
    annotations: {
      readOnlyHint: operation.effect === 'read',
      destructiveHint: operation.effect === 'destroy',
      // What HTTP says of the method holds for the operation behind it.
      idempotentHint: method !== 'POST' && method !== 'PATCH',
      openWorldHint: false,
    },
  };
}

export interface Listed {
  readonly operation: Operation;
  readonly tool: Tool;
  /** The tool as JSON: made once, however many lists it stands in. */
  readonly text: string;
}

/** Every operation as a tool, by name: the same order in every list, so that models' caches hold. */
export function listTools(catalogue: Catalogue): readonly Listed[] {
  return catalogue.operations
    .map((compiled) => {
      const tool = toTool(compiled);
      return { operation: compiled.operation, tool, text: JSON.stringify(tool) };
    })
    .toSorted((a, b) => (a.tool.name < b.tool.name ? -1 : 1));
}
