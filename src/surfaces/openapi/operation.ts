import type { Example } from '#core/operation.ts';
import { successStatus } from '#core/status.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';
import { kebab } from '#surfaces/cli/text.ts';
import { reservedParameters, successHeaders } from './headers.ts';
import { hasBody, problemResponses } from './problems.ts';
import type { SchemaPool } from './schemas.ts';
import { categoryOf } from './tags.ts';

type Values = Readonly<Record<string, unknown>>;
interface NamedExample {
  readonly summary: string;
  readonly value: unknown;
}

/** Examples by a name made of their title; `pick` takes from each what belongs here, or nothing. */
function examplesOf(
  entry: Compiled,
  pick: (example: Example) => unknown,
): { examples?: Readonly<Record<string, NamedExample>> } {
  const named: Record<string, NamedExample> = {};
  for (const example of entry.operation.examples) {
    const value = pick(example);
    if (value === undefined) continue;
    const slug = example.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'example';
    let name = slug;
    for (let n = 2; name in named; n++) name = `${slug}-${n}`;
    named[name] = { summary: example.title, value };
  }
  return Object.keys(named).length > 0 ? { examples: named } : {};
}

/** The input as an object schema: one with an id of its own stands in `shared`. */
function objectOf(schema: JsonSchema, pool: SchemaPool): JsonSchema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  return (name !== undefined && pool.shared[name]) || schema;
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
  const required = ((input['required'] ?? []) as readonly string[]).filter((name) => !entry.pathParams.includes(name));
  const { required: _, ...rest } = input;
  const body = entry.pathParams.length === 0 ? schema : { ...rest, properties, ...(required.length > 0 && { required }) };
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
  const scopes = operation.access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  const needs = operation.access.map((rule) => ('scope' in rule ? `the scope \`${rule.scope}\`` : "the operator's key"));
  return {
    words: `Needs ${needs.join(' or ')}.`,
    scopes,
    security: [{ apiKey: [] }],
  };
}

/**
 * The statuses of answers that are no problem. Where the operation decides by its answer (core.health), the values that
 * the answer's fields may take are tried.
 */
function answerStatuses(entry: Compiled, output: JsonSchema): number[] {
  const { status, examples } = entry.operation;
  if (!status) return [successStatus(entry)];
  const properties = Object.entries((output['properties'] ?? {}) as Record<string, JsonSchema>);
  const answers = examples.flatMap((example) => [
    example.output as Values,
    ...properties.flatMap(([name, { enum: values }]) =>
      ((values ?? []) as readonly unknown[]).map((value) => ({ ...(example.output as Values), [name]: value })),
    ),
  ]);
  return [...new Set([successStatus(entry), ...answers.map((answer) => status(answer as never))])];
}

function responses(entry: Compiled, schema: JsonSchema, shared: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const problems = problemResponses(entry);
  const found: Record<string, JsonSchema> = {};
  for (const status of answerStatuses(entry, schema)) {
    const isSuccess = status === successStatus(entry);
    const problem = problems[status];
    found[status] = {
      description: ['The answer.', problem?.response['description']].filter(Boolean).join('\n\n'),
      headers: { ...successHeaders(entry), ...(problem?.response['headers'] as JsonSchema | undefined) },
      content: {
        'application/json': { schema, ...(isSuccess && examplesOf(entry, (example) => example.output)) },
        ...(problem?.response['content'] as JsonSchema | undefined),
      },
    };
  }
  for (const [status, { name, response }] of Object.entries(problems)) {
    if (status in found) continue;
    shared[name] = response;
    found[status] = { $ref: `#/components/responses/${name}` };
  }
  return found;
}

/** One operation object. New problem responses are added to `shared`. */
export function operationObject(entry: Compiled, pool: SchemaPool, shared: Record<string, JsonSchema>): JsonSchema {
  const { operation } = entry;
  const { words, scopes, security } = access(entry);
  const id = operation.name.replace('.', '_');
  const command = `smarteros ${kebab(operation.name).replace('.', ' ')}`;
  const input = pool.input(entry);
  const own = parameters(entry, objectOf(input, pool));
  return {
    operationId: id,
    tags: [categoryOf(operation.name)],
    summary: operation.summary.replace(/\.$/, ''),
    description: [operation.description, `${words} MCP: \`${id}\` · CLI: \`${command}\``].filter(Boolean).join('\n\n'),
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
