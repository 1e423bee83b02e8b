import type { JsonSchema } from '#kernel/types.ts';

type Kind = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'object' | 'any';
type Scalar = string | number | boolean;

/** One value of an input, as the command line sees it. Parts are looked at when asked for: schemas may be recursive. */
export interface Shape {
  readonly kind: Kind;
  readonly nullable: boolean;
  readonly description: string | undefined;
  readonly default: unknown;
  readonly choices: readonly Scalar[] | undefined;
  readonly format: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly items: () => Shape;
  readonly properties: () => readonly Property[];
  /** The shape of properties without a fixed name; undefined when there are none. */
  readonly rest: () => Shape | undefined;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

type Node = JsonSchema;
const asNode = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const asNodes = (value: unknown): Node[] => (Array.isArray(value) ? value.map(asNode) : []);
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

/** `#` and `#/$defs/x`, the only references that compiled schemas have. */
function resolve(node: Node, root: Node): Node {
  const ref = asText(node['$ref']);
  if (ref === undefined) return node;
  const target = ref
    .split('/')
    .slice(1)
    .reduce<Node>((at, part) => asNode(at[part]), root);
  return { ...resolve(target, root), ...node, $ref: undefined };
}

const isNull = (node: Node): boolean => node['type'] === 'null' || node['const'] === null;

/** The alternatives of `anyOf`/`oneOf` and of a list of types, null left out. */
function alternatives(node: Node, root: Node): { options: Node[]; nullable: boolean } {
  const types = Array.isArray(node['type'])
    ? node['type'].map((type: unknown) => ({ ...node, type }))
    : undefined;
  const union = asNodes(node['anyOf'] ?? node['oneOf']);
  const all = types ?? (union.length > 0 ? union.map((option) => resolve(option, root)) : [node]);
  const options = all.filter((option) => !isNull(option));
  return { options, nullable: options.length < all.length };
}

function choicesOf(node: Node): Scalar[] | undefined {
  const values: unknown = node['enum'] ?? (node['const'] === undefined ? undefined : [node['const']]);
  return Array.isArray(values)
    ? (values as unknown[]).filter((value) => value !== null).map((value) => value as Scalar)
    : undefined;
}

function kindOf(node: Node, choices: readonly Scalar[] | undefined): Kind {
  const type = asText(node['type']) ?? (choices && typeof choices[0]);
  return (type !== undefined && KINDS[type]) || 'any';
}

/** A union is its one member, or the sum of what its members allow when they are of one kind; else anything. */
function merge(options: readonly Node[]): Node {
  const [first = {}] = options;
  if (options.length === 1) return first;
  const kinds = new Set(options.map((option) => kindOf(option, choicesOf(option))));
  if (kinds.size > 1) return {};
  const choices = options.map(choicesOf);
  if (choices.every((one) => one !== undefined)) return { type: first['type'], enum: choices.flat() };
  if (!kinds.has('object')) return kinds.has('list') ? { type: 'array' } : { type: first['type'] };
  return {
    type: 'object',
    properties: Object.assign({}, ...options.map((option) => option['properties'])) as unknown,
  };
}

export function shapeOf(schema: JsonSchema, root: JsonSchema = schema): Shape {
  const outer = resolve(schema, root);
  const { options, nullable } = alternatives(outer, root);
  const node = merge(options);
  const choices = choicesOf(node);
  return {
    kind: kindOf(node, choices),
    nullable: nullable || (Array.isArray(outer['enum']) && outer['enum'].includes(null)),
    description: asText(outer['description']) ?? asText(node['description']),
    default: outer['default'],
    choices,
    format: asText(node['format']),
    minimum: asNumber(node['minimum']),
    maximum: asNumber(node['maximum']),
    items: () => shapeOf(asNode(node['items']), root),
    properties: () => {
      const required = Array.isArray(node['required']) ? (node['required'] as unknown[]) : [];
      return Object.entries(asNode(node['properties'])).map(([name, property]) => ({
        name,
        required: required.includes(name),
        shape: shapeOf(asNode(property), root),
      }));
    },
    rest: () =>
      node['additionalProperties'] ? shapeOf(asNode(node['additionalProperties']), root) : undefined,
  };
}

/** Whether a list's items can stand side by side, separated by commas. */
export const isScalar = (shape: Shape): boolean => !['list', 'object', 'any'].includes(shape.kind);
