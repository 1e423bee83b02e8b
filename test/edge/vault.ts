import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listen } from './world.ts';

interface FakeToken {
  readonly policies: readonly string[];
  readonly identityPolicies?: readonly string[];
  /** Seconds; 0 for ever. */
  readonly ttl?: number;
}

type Trouble = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeVault extends Listening {
  readonly address: string;
  readonly tokens: Map<string, FakeToken>;
  /** Namespaces of the questions so far, null for none. */
  readonly asked: (string | null)[];
  /** Answers in place of Vault's own ways. */
  trouble: Trouble | undefined;
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** Vault's lookup-self, as facts of it say: 403 `permission denied` for a bad token, 405 and 404 for what isn't there. */
export async function startVault(): Promise<FakeVault> {
  const tokens = new Map<string, FakeToken>();
  const asked: (string | null)[] = [];
  const server = createServer((request, response) => {
    asked.push((request.headers['x-vault-namespace'] as string | undefined) ?? null);
    if (vault.trouble) return vault.trouble(request, response);
    if (request.url !== '/v1/auth/token/lookup-self') return json(response, 404, { errors: [] });
    if (request.method !== 'GET') return json(response, 405, { errors: [] });
    const token = request.headers['x-vault-token'];
    if (typeof token !== 'string') return json(response, 400, { errors: ['missing client token'] });
    const found = tokens.get(token);
    if (!found) return json(response, 403, { errors: ['permission denied'] });
    const { policies, identityPolicies, ttl = 3600 } = found;
    return json(response, 200, {
      request_id: '2a6d8b63-5b1d-4b1c-8f4e-1f2f3a4b5c6d',
      lease_id: '',
      renewable: false,
      lease_duration: 0,
      data: {
        accessor: `accessor-${token.slice(-6)}`,
        creation_ttl: ttl,
        display_name: 'approle-ci',
        entity_id: '',
        expire_time: ttl === 0 ? null : '2026-11-22T12:00:00Z',
        explicit_max_ttl: 0,
        id: token,
        ...(identityPolicies && { identity_policies: identityPolicies }),
        meta: null,
        num_uses: 0,
        orphan: true,
        path: 'auth/approle/login',
        policies,
        renewable: true,
        ttl,
        type: 'service',
      },
      wrap_info: null,
      warnings: null,
      auth: null,
    });
  });
  const listening = await listen(server);
  const vault: FakeVault = {
    ...listening,
    address: `http://127.0.0.1:${listening.port}`,
    tokens,
    asked,
    trouble: undefined,
  };
  return vault;
}
