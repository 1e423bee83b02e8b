import { toolName } from '#core/registry.ts';
import type { Catalogue, Compiled, JsonSchema } from '#kernel/types.ts';

/** Every schema of the document, with the shared ones moved to `components/schemas`. */
export interface SchemaPool {
  readonly shared: Readonly<Record<string, JsonSchema>>;
  input(compiled: Compiled): JsonSchema;
  output(compiled: Compiled): JsonSchema;
}

type Rename = (definition: string) => string;
const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const DEFINITION = /^#\/\$defs\/(.+)$/;
/** Keywords whose value is a map of schemas: their keys are names of ours, not keywords. */
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Keywords whose value is data, which may look like a schema and isn't one. */
const DATA = new Set(['default', 'const', 'enum', 'examples', 'required']);
/** What stands around a schema or only serves our own kernel. */
const DROPPED = new Set(['$schema', '$defs', '$id', 'id', 'x-expects']);
/** zod spells out the bounds of exact integers; to a reader they are noise. */
const isNoise = (key: string, value: unknown): boolean =>
  (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) ||
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER);

function rewriteValue(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((part) => rewriteValue(part, rename));
  return isObject(value) ? rewrite(value, rename) : value;
}

function rewrite(schema: JsonSchema, rename: Rename): JsonSchema {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (DROPPED.has(key) || isNoise(key, value)) continue;
    if (key === '$ref')
      out[key] = `#/components/schemas/${rename(DEFINITION.exec(String(value))?.[1] ?? '')}`;
    else if (key === 'secret') out['x-smarteros-secret'] = value;
    else if (DATA.has(key)) out[key] = value;
    else if (MAPS.has(key) && isObject(value))
      out[key] = Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, rewriteValue(part, rename)]),
      );
    else out[key] = rewriteValue(value, rename);
  }
  return out;
}

/** The schema with its root as a definition, where the root has an id or something refers to it (`#`). */
function named(schema: JsonSchema, id: string | undefined, io: 'input' | 'output'): JsonSchema {
  if ('$ref' in schema) return { $ref: schema['$ref'], $defs: schema['$defs'] };
  const text = JSON.stringify(schema);
  if (id === undefined && !text.includes('"$ref":"#"')) return schema;
  const name = id ?? `__${io}`;
  const { $defs, ...root } = JSON.parse(
    text.replaceAll('"$ref":"#"', `"$ref":"#/$defs/${name}"`),
  ) as JsonSchema;
  return { $ref: `#/$defs/${name}`, $defs: { ...($defs as JsonSchema | undefined), [name]: root } };
}

const definitions = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['$defs'] ?? {}) as Record<string, JsonSchema>;

/** zod calls what has no `id` of its own `__schema0`: such a name means something in one operation only. */
const isPrivate = (definition: string): boolean => definition.startsWith('__');

/**
 * What callers send and what they receive may differ under one id (defaults, closed objects): the former is then
 * called `<id>Input`, and so is everything that refers to it.
 */
function differing(inputs: Map<string, string>, outputs: Map<string, string>): Set<string> {
  const found = new Set<string>();
  for (const [name, text] of inputs) if (outputs.has(name) && outputs.get(name) !== text) found.add(name);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [name, text] of inputs)
      if (outputs.has(name) && [...found].some((other) => text.includes(`"#/$defs/${other}"`)))
        found.add(name);
  }
  return found;
}

function collect(schemas: readonly JsonSchema[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const schema of schemas)
    for (const [name, definition] of Object.entries(definitions(schema))) {
      if (isPrivate(name)) continue;
      const text = JSON.stringify(definition);
      if ((found.get(name) ?? text) !== text) throw new Error(`two schemas have the id ${name}`);
      found.set(name, text);
    }
  return found;
}

export function poolSchemas(catalogue: Catalogue): SchemaPool {
  const all = catalogue.operations.map(({ operation, inputSchema, outputSchema }) => ({
    id: toolName(operation.name),
    input: named(inputSchema, operation.input.meta()?.id, 'input'),
    output: named(outputSchema, operation.output.meta()?.id, 'output'),
  }));
  const suffixed = differing(collect(all.map((one) => one.input)), collect(all.map((one) => one.output)));
  const shared: Record<string, JsonSchema> = {};
  const hoist = (schema: JsonSchema, rename: Rename): JsonSchema => {
    for (const [name, definition] of Object.entries(definitions(schema)))
      shared[rename(name)] = rewrite(definition, rename);
    return rewrite(schema, rename);
  };
  const inputs = new Map<string, JsonSchema>();
  const outputs = new Map<string, JsonSchema>();
  for (const { id, input, output } of all) {
    const own: Rename = (name) => (isPrivate(name) ? `${id}${name}` : name);
    outputs.set(id, hoist(output, own));
    inputs.set(
      id,
      hoist(input, (name) => own(suffixed.has(name) ? `${name}Input` : name)),
    );
  }
  const of = (schemas: Map<string, JsonSchema>, entry: Compiled): JsonSchema =>
    schemas.get(toolName(entry.operation.name)) ?? {};
  return {
    shared: Object.fromEntries(Object.entries(shared).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    input: (entry) => of(inputs, entry),
    output: (entry) => of(outputs, entry),
  };
}
