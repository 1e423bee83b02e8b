import type { TokenHealth } from '#core/messaging.ts';
import type { Graph } from './graph.ts';

const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const MS_PER_SECOND = 1_000;

/**
 * What Meta says about our token. A dead token can't ask about itself and fails with `token`.
 * @throws MessageError
 */
export async function tokenHealth(graph: Graph, token: string): Promise<TokenHealth> {
  const { data } = (await graph.call('GET', `debug_token?input_token=${encodeURIComponent(token)}`)) as {
    data?: { is_valid?: unknown; expires_at?: unknown; scopes?: unknown };
  };
  const scopes = Array.isArray(data?.scopes) ? data.scopes : [];
  const expires = Number(data?.expires_at ?? 0);
  return {
    valid: data?.is_valid === true,
    // 0 for a System User's token, which doesn't expire.
    expiresAt: expires > 0 ? new Date(expires * MS_PER_SECOND) : null,
    missing: NEEDED.filter((scope) => !scopes.includes(scope)),
  };
}
