import type { Compiled } from '#kernel/types.ts';
import type { TestApi } from '#test/harness/api.ts';

export type Input = Readonly<Record<string, unknown>>;

/** How a call ended, the same whichever way it came. */
export interface Ending {
  readonly status: number;
  readonly code: string | undefined;
  readonly challenge: string | undefined;
  /** Without the request's id, which is another each time. */
  readonly body: unknown;
}

interface Attempt {
  readonly compiled: Compiled;
  readonly input: Input;
  readonly token: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Otherwise a dry run, when it would change something. */
  readonly inEarnest?: boolean;
}

export type Surface = (t: TestApi, attempt: Attempt) => Promise<Ending>;

const isTextual = ({ method }: Compiled): boolean => method === 'GET' || method === 'DELETE';

/** Path parameters into the path; the rest is query or body. */
export function urlOf(compiled: Compiled, input: Input): string {
  const filled = compiled.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  if (!isTextual(compiled)) return filled;
  const rest = Object.entries(input).filter(([name]) => !compiled.pathParams.includes(name));
  const query = new URLSearchParams(
    rest.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return query ? `${filled}?${query}` : filled;
}

export function bodyOf(compiled: Compiled, input: Input): Record<string, unknown> | undefined {
  if (isTextual(compiled)) return undefined;
  return Object.fromEntries(Object.entries(input).filter(([name]) => !compiled.pathParams.includes(name)));
}

function ending(status: number, body: unknown, challenge: unknown): Ending {
  const { requestId: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  return {
    status,
    code: rest['code'] as string | undefined,
    challenge: challenge as string | undefined,
    body: rest,
  };
}

const isDry = ({ compiled, inEarnest }: Attempt): boolean =>
  !inEarnest && compiled.operation.effect !== 'read';

const rest: Surface = async (t, attempt) => {
  const { compiled, input, token } = attempt;
  const body = bodyOf(compiled, input);
  const answer = await t.request(`${compiled.method} ${urlOf(compiled, input)}`, {
    ...(token !== undefined && { token }),
    ...(body && { body }),
    headers: { ...attempt.headers, ...(isDry(attempt) && { prefer: 'dry-run' }) },
  });
  return ending(answer.status, answer.body, answer.headers['www-authenticate']);
};

const VERSION = '2026-07-28';

const mcp: Surface = async (t, attempt) => {
  const { compiled, input, token } = attempt;
  const name = compiled.operation.name.replace('.', '_');
  const answer = await t.request('POST /mcp', {
    ...(token !== undefined && { token }),
    headers: {
      ...attempt.headers,
      host: 'localhost',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': VERSION,
      'mcp-method': 'tools/call',
      'mcp-name': name,
    },
    body: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name,
        arguments: { ...input, ...(isDry(attempt) && { dryRun: true }) },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': VERSION,
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
  });
  const { result } = answer.body;
  if (result?.isError) {
    const problem = JSON.parse(result.content[0].text) as { status: number };
    return ending(problem.status, problem, undefined);
  }
  return ending(answer.status, result?.structuredContent ?? answer.body, answer.headers['www-authenticate']);
};

export const SURFACES: Readonly<Record<string, Surface>> = { rest, mcp };
