import { headersOf } from '#lib/api/call.ts';

/** JSON Schema, as far as a form needs it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Body {
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly schema?: {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
}

/** One input of a tool. */
export interface ToolInput {
  readonly name: string;
  readonly required: boolean;
  readonly hint: string | undefined;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, Body>>;
  };
  readonly 'x-smarteros-effect'?: 'read' | 'write' | 'destroy';
}

/** An operation as the reference describes it. */
export interface Tool {
  readonly name: string;
  readonly group: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly changes: boolean;
  readonly parameters: readonly Parameter[];
  readonly inputs: readonly ToolInput[];
  /** A first input: the reference's own example. */
  readonly sample: Readonly<Record<string, unknown>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const first = (examples?: Readonly<Record<string, { readonly value: unknown }>>): unknown =>
  Object.values(examples ?? {})[0]?.value;

function toolOf(path: string, method: string, operation: Operation): Tool {
  const parameters = (operation.parameters ?? []).filter((one): one is Parameter => 'name' in one);
  const { examples, schema } = operation.requestBody?.content['application/json'] ?? {};
  const body = first(examples);
  const named = parameters.flatMap(({ name, required, examples }) =>
    required ? [[name, first(examples) ?? '']] : [],
  );
  return {
    name: operation.operationId,
    group: operation.operationId.split('_')[0] ?? '',
    summary: operation.summary,
    method: method.toUpperCase(),
    path,
    changes: operation['x-smarteros-effect'] !== 'read',
    parameters,
    inputs: [
      ...parameters.flatMap(({ name, in: place, required = false, description, schema: own = {} }) =>
        place === 'header' ? [] : [{ name, required, hint: plain(description), schema: own }],
      ),
      ...Object.entries(schema?.properties ?? {}).map(([name, own]) => ({
        name,
        required: schema?.required?.includes(name) ?? false,
        hint: plain(own.description),
        schema: own,
      })),
    ],
    sample: { ...Object.fromEntries(named), ...(typeof body === 'object' ? body : {}) },
  };
}

/** Without the marks of Markdown. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll('`', '');

/** All of them, from the reference that this installation serves. */
export async function loadTools(signal?: AbortSignal): Promise<Tool[]> {
  const response = await fetch('/openapi.json', signal ? { signal } : {});
  const { paths } = (await response.json()) as {
    paths: Record<string, Record<string, Operation | undefined>>;
  };
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => (item[method] ? [toolOf(path, method, item[method])] : [])),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export interface ToolAnswer {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

/** Calls it as the person who is here. `dry`: everything is checked, and nothing kept. */
export async function callTool(
  tool: Tool,
  input: Record<string, unknown>,
  dry: boolean,
): Promise<ToolAnswer> {
  const rest = { ...input };
  const query = new URLSearchParams();
  let path = tool.path;
  for (const { name, in: place } of tool.parameters) {
    const value = rest[name];
    if (value === undefined || place === 'header') continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(text));
    else for (const one of Array.isArray(value) ? value : [text]) query.append(name, String(one));
    delete rest[name];
  }
  const began = performance.now();
  const response = await fetch(`${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: tool.method,
    headers: {
      ...headersOf(),
      ...(tool.method !== 'GET' && { 'Content-Type': 'application/json' }),
      ...(dry && { Prefer: 'dry-run' }),
    },
    ...(tool.method !== 'GET' && { body: JSON.stringify(rest) }),
  });
  const body = await response.text();
  return { status: response.status, ms: Math.round(performance.now() - began), body };
}
