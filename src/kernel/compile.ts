import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';
import { LEVELS, type Level } from '#core/actor.ts';
import type { Operation } from '#core/operation.ts';
import type { Catalogue, Compiled, JsonSchema } from './types.ts';

/** Keywords of ours that stand in schemas (see docs of `defineOperation`). */
const OWN_KEYWORDS = ['secret', 'x-expects', 'x-upload'];

function validators(coerce: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: false, // one bad value may cost one check, not thousands
    useDefaults: true,
    coerceTypes: coerce ? 'array' : false,
    strictTypes: false,
    ownProperties: true,
    verbose: true, // errors carry the schema that was expected
  });
  formats.default(ajv);
  ajv.addVocabulary(OWN_KEYWORDS);
  return ajv;
}

const toJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  // A named schema (`.meta({ id })`) is a bare $ref; MCP wants to read `type: object` at the top.
  return rest.$ref && schema instanceof z.ZodObject ? { type: 'object', ...rest } : rest;
};

type Property = { secret?: boolean; anyOf?: { secret?: boolean }[] };

function secretFields(schema: JsonSchema): string[] {
  const { $ref, $defs } = schema as { $ref?: string; $defs?: Record<string, JsonSchema> };
  const root = ($ref && $defs?.[$ref.replace('#/$defs/', '')]) || schema;
  const properties = (root['properties'] ?? {}) as Record<string, Property>;
  return Object.entries(properties)
    .filter(
      ([, property]) => property.secret === true || property.anyOf?.some((part) => part.secret === true),
    )
    .map(([name]) => name);
}

type Described = Omit<Compiled, 'validateInput' | 'validateText' | 'validateOutput'>;

/** Few of the operations are ever called in one process, and what is derived takes memory: it is made when it is wanted. */
function atFirstUse(make: () => unknown): PropertyDescriptor {
  let made: unknown;
  return { enumerable: true, get: () => (made ??= make()) };
}

/** @throws Error for a definition that can't be served */
function schemaOf(operation: Operation, io: 'input' | 'output'): JsonSchema {
  const schema = toJsonSchema(operation[io], io);
  if (schema['type'] !== 'object') throw new Error(`${operation.name}: input and output must be objects`);
  return schema;
}

/** Routes and schemas of a definition, without validators: all that the command line needs. */
export function describeOperation(operation: Operation): Described {
  const [method, path] = operation.route.split(' ') as [string, string];
  const pathParams = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const described = { operation, method, path, pathParams } as unknown as Described;
  return Object.defineProperties(described, {
    inputSchema: atFirstUse(() => schemaOf(operation, 'input')),
    outputSchema: atFirstUse(() => schemaOf(operation, 'output')),
    secretFields: atFirstUse(() => secretFields(described.outputSchema)),
  });
}

/** Everything that is derived from the definitions; schemas and validators at their first use, the rest at boot. */
export function compileCatalogue(operations: readonly Operation[]): Catalogue {
  const plain = validators(false);
  const text = validators(true);
  const byName = new Map<string, Compiled>();
  const compiled = operations.map((operation): Compiled => {
    const entry = describeOperation(operation) as Compiled;
    return Object.defineProperties(entry, {
      validateInput: atFirstUse(() => plain.compile(entry.inputSchema)),
      validateText: atFirstUse(() => text.compile(entry.inputSchema)),
      validateOutput: atFirstUse(() => plain.compile(entry.outputSchema)),
    });
  });
  const claim = (called: string, entry: Compiled): void => {
    if (byName.has(called)) throw new Error(`two operations are named ${called}`);
    byName.set(called, entry);
  };
  for (const entry of compiled) {
    const { name, alias } = entry.operation;
    claim(name, entry);
    claim(name.replace('.', '_'), entry);
    if (alias) {
      claim(alias, entry);
      claim(alias.replace('.', '_'), entry);
    }
  }
  return { operations: compiled, find: (name) => byName.get(name), scopes: allScopes(operations) };
}

/** Each scope that an operation asks for, with the levels that it includes. */
export function allScopes(operations: readonly Operation[]): string[] {
  const scopes = new Set<string>();
  for (const { access } of operations) {
    if (access === 'public') continue;
    for (const rule of access) {
      if (!('scope' in rule)) continue;
      const [noun, level] = rule.scope.split(':') as [string, Level];
      for (const lower of LEVELS.slice(0, LEVELS.indexOf(level) + 1)) scopes.add(`${noun}:${lower}`);
    }
  }
  return [...scopes].toSorted();
}
