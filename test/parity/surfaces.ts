import { PassThrough, Readable } from 'node:stream';
import type { Compiled } from '#kernel/types.ts';
import { createSmarterClient } from '#client';
import { argsFor, runCli } from '#surfaces/cli/index.ts';
import { callTool } from '#test/harness/mcp.ts';

export interface Target {
  readonly url: string;
  readonly home: string;
  readonly operations: readonly Compiled[];
}

/** Calls an operation with an input and answers its output, on each surface the way that surface's users do. */
export type Surface = (
  target: Target,
  operation: Compiled,
  input: Record<string, unknown>,
  token: string | undefined,
) => Promise<unknown>;

/** Path parameters into the path; the rest is query or body. */
function place({ method, path, pathParams }: Compiled, input: Record<string, unknown>) {
  const inPath = Object.fromEntries(pathParams.map((name) => [name, input[name]]));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !pathParams.includes(name)));
  const textual = method === 'GET' || method === 'DELETE';
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  return { filled, inPath, query: textual ? rest : {}, body: textual ? undefined : rest };
}

const rest: Surface = async ({ url }, operation, input, token) => {
  const { filled, query, body } = place(operation, input);
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const response = await fetch(`${url}${filled}${search ? `?${search}` : ''}`, {
    method: operation.method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
};

/** The endpoint wants a credential for everything, so strangers' examples are called with the tenant's key. */
const mcp =
  (fallback: string): Surface =>
  async ({ url }, { operation }, input, token = fallback) => {
    const { message } = await callTool(url, token, operation.name.replace('.', '_'), input);
    return message.result?.isError ? message : (message.result?.structuredContent ?? message);
  };

const cli =
  (fallback: string): Surface =>
  async ({ url, home, operations }, operation, input, token = fallback) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const command = operation.operation.name.split('.');
    const args = [
      ...command,
      ...argsFor(operation, input),
      '--json',
      ...(operation.operation.effect === 'destroy' ? ['--yes'] : []),
    ];
    const code = await runCli(args, {
      catalogue: { operations },
      config: { url, key: token, home, operatorKey: () => undefined, language: 'en' },
      stdout,
      stderr,
      stdin: Readable.from([]),
      isTTY: false,
    });
    stdout.end();
    const text = Buffer.concat(await stdout.toArray()).toString();
    return code === 0
      ? JSON.parse(text)
      : `exit ${code}: ${text} ${Buffer.concat(await stderr.end().toArray()).toString()}`;
  };

/** The types of a call are checked by the compiler where people write one; here the route is only known at run time. */
type AnyCall = (path: string, options: object) => Promise<{ data?: unknown; error?: unknown }>;

const client: Surface = async ({ url }, operation, input, token) => {
  const { inPath, query, body } = place(operation, input);
  const api = createSmarterClient({ url, ...(token !== undefined && { key: token }) });
  const call = api[operation.method as 'GET'] as unknown as AnyCall;
  const { data, error } = await call(operation.path, {
    params: { path: inPath, query },
    ...(body && { body }),
  });
  return data ?? error;
};

export const surfaces = (exampleKey: string): Readonly<Record<string, Surface>> => ({
  rest,
  mcp: mcp(exampleKey),
  cli: cli(exampleKey),
  client,
});
