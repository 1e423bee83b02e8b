import { scopesOf, toolName } from '#core/registry.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';
import { kebab } from '#surfaces/cli/text.ts';
import { examplesOf, type Values } from './examples.ts';
import { reservedParameters } from './headers.ts';
import { hasBody } from './problems.ts';
import { responses } from './responses.ts';
import type { SchemaPool } from './schemas.ts';
import { categoryOf } from './tags.ts';

/** The input as an object schema: one with an id of its own stands in `shared`. */
function objectOf(schema: JsonSchema, pool: SchemaPool): JsonSchema {
  const { $ref } = schema as { $ref?: string };
  return pool.shared[$ref?.split('/').at(-1) ?? ''] ?? schema;
}

/** Each value once: many examples of an operation are about the same row. */
function parameterExamples(entry: Compiled, name: string): ReturnType<typeof examplesOf> {
  const seen = new Set<string>();
  return examplesOf(entry, ({ input }) => {
    const value = (input as Values)[name];
    const text = JSON.stringify(value);
    return seen.has(text) ? undefined : (seen.add(text), value);
  });
}

function parameters(entry: Compiled, input: JsonSchema): JsonSchema[] {
  const properties = (input['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = new Set(input['required'] as readonly string[] | undefined);
  const own = Object.entries(properties)
    .filter(([name]) => !hasBody(entry) || entry.pathParams.includes(name))
    .map(([name, { description, ...schema }]) => {
      const inPath = entry.pathParams.includes(name);
      return {
        name,
        in: inPath ? 'path' : 'query',
        // An id in the path speaks for itself; what stands in the query has to be described.
        ...(description !== undefined ? { description } : inPath && { description: 'Which one is meant.' }),
        required: inPath || required.has(name),
        schema,
        ...parameterExamples(entry, name),
      };
    });
  return [...own, ...reservedParameters(entry)];
}

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

function requestBody(entry: Compiled, schema: JsonSchema, pool: SchemaPool): { requestBody?: JsonSchema } {
  if (!hasBody(entry)) return {};
  const input = objectOf(schema, pool);
  const properties = without((input['properties'] ?? {}) as Values, entry.pathParams);
  const isClosed = input['additionalProperties'] === false;
  if (Object.keys(properties).length === 0 && isClosed) return {};
  const required = ((input['required'] ?? []) as readonly string[]).filter(
    (name) => !entry.pathParams.includes(name),
  );
  const { required: _, ...rest } = input;
  const body =
    entry.pathParams.length === 0
      ? schema
      : { ...rest, properties, ...(required.length > 0 && { required }) };
  return {
    requestBody: {
      required: required.length > 0,
      content: {
        'application/json': {
          schema: body,
          ...examplesOf(entry, (example) => without(example.input as Values, entry.pathParams)),
        },
      },
    },
  };
}

function access({ operation }: Compiled): { words: string; scopes: string[]; security: JsonSchema[] } {
  if (operation.access === 'public') return { words: 'Open to everybody.', scopes: [], security: [] };
  const needs = operation.access.map((rule) =>
    'scope' in rule ? `the scope \`${rule.scope}\`` : "the operator's key",
  );
  return {
    words: `Needs ${needs.join(' or ')}.`,
    scopes: scopesOf(operation.access),
    security: [{ apiKey: [] }],
  };
}

/** One operation object. New problem responses are added to `shared`. */
export function operationObject(
  entry: Compiled,
  pool: SchemaPool,
  shared: Record<string, JsonSchema>,
): JsonSchema {
  const { operation } = entry;
  const { words, scopes, security } = access(entry);
  const id = toolName(operation.name);
  const command = `smarteros ${kebab(operation.name).replace('.', ' ')}`;
  const input = pool.input(entry);
  const own = parameters(entry, objectOf(input, pool));
  return {
    operationId: id,
    tags: [categoryOf(operation.name)],
    summary: operation.summary.replace(/\.$/, ''),
    description: [operation.description, `${words} MCP: \`${id}\` · CLI: \`${command}\``]
      .filter(Boolean)
      .join('\n\n'),
    ...(own.length > 0 && { parameters: own }),
    ...requestBody(entry, input, pool),
    responses: responses(entry, pool.output(entry), shared),
    security,
    'x-smarteros-effect': operation.effect,
    'x-smarteros-scopes': scopes,
    'x-smarteros-mcp-tool': id,
    'x-smarteros-cli': command,
  };
}
