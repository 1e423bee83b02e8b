/** One `tools/call` of revision 2026-07-28 over real HTTP; answers the HTTP status and the message. */
export async function callTool(
  url: string,
  token: string | undefined,
  name: string,
  args: unknown,
): Promise<{ status: number; headers: Headers; message: ToolMessage }> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': name,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name,
        arguments: args,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    }),
  });
  return {
    status: response.status,
    headers: response.headers,
    message: (await response.json()) as ToolMessage,
  };
}

export interface ToolMessage {
  readonly result?: {
    readonly isError?: boolean;
    readonly structuredContent?: unknown;
    readonly content: readonly { readonly type: string; readonly text: string }[];
  };
  readonly error?: { readonly code: number; readonly message: string };
  /** Of a problem document, when HTTP itself told the refusal. */
  readonly code?: string;
}
