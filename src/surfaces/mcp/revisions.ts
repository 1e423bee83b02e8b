/** The revision without handshake or session, where each request says everything about itself. */
export const MODERN = '2026-07-28';

/** Where a modern result says who made it. */
export const SERVER_META = 'io.modelcontextprotocol/serverInfo';

/** `legacy`: every revision up to 2025-11-25. Clients of both kinds share one path. */
export type Era = 'modern' | 'legacy';

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
}
