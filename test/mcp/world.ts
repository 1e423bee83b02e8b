import type { TestApi } from '#test/harness/api.ts';

/** One request of revision 2026-07-28 at an address of ours; answers status and message. */
export async function ask(
  t: TestApi,
  token: string | undefined,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
  path = '/mcp',
) {
  const { name } = params;
  return t.request(`POST ${path}`, {
    ...(token !== undefined && { token }),
    headers: {
      host: 'localhost',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
    },
    body: {
      jsonrpc: '2.0',
      id: 1,
      method,
      params: {
        ...params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
  });
}
