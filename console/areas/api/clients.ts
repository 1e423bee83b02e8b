/** The MCP clients that we know, and what each wants to be told. Names and commands are theirs, in every language. */
export interface McpClient {
  readonly id: 'claude' | 'claudeCode' | 'chatgpt' | 'cursor' | 'vscode' | 'gemini' | 'codex';
  readonly name: string;
  /** Runs elsewhere: an installation that only this network reaches is out of its reach. */
  readonly remote?: boolean;
  /** Where the text below belongs; missing: the address is entered in its settings. */
  readonly file?: string;
  readonly text: (url: string, key: boolean) => string;
}

/** Stands where the person puts their key. */
export const KEY_PLACE = 'smk_…';
const json = (value: object): string => JSON.stringify(value, null, 2);
const BEARER = `Authorization: Bearer ${KEY_PLACE}`;
const headers = (key: boolean) => key && { headers: { Authorization: `Bearer ${KEY_PLACE}` } };

export const CLIENTS: readonly McpClient[] = [
  { id: 'claude', name: 'Claude', remote: true, text: (url) => url },
  {
    id: 'claudeCode',
    name: 'Claude Code',
    text: (url, key) =>
      `claude mcp add --transport http smarteros ${url}${key ? ` \\\n  --header "${BEARER}"` : ''}`,
  },
  { id: 'chatgpt', name: 'ChatGPT', remote: true, text: (url) => url },
  {
    id: 'cursor',
    name: 'Cursor',
    file: '~/.cursor/mcp.json',
    text: (url, key) => json({ mcpServers: { smarteros: { url, ...headers(key) } } }),
  },
  {
    id: 'vscode',
    name: 'VS Code',
    file: '.vscode/mcp.json',
    text: (url, key) => json({ servers: { smarteros: { type: 'http', url, ...headers(key) } } }),
  },
  {
    id: 'gemini',
    name: 'Gemini CLI',
    text: (url, key) =>
      `gemini mcp add --transport http smarteros ${url}${key ? ` \\\n  --header "${BEARER}"` : ''}`,
  },
  {
    id: 'codex',
    name: 'Codex CLI',
    text: (url, key) =>
      `codex mcp add smarteros --url ${url}${key ? ' \\\n  --bearer-token-env-var SMARTEROS_KEY' : ''}`,
  },
];
