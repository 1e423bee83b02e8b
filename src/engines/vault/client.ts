import { createHash } from 'node:crypto';
import { engineError } from '#core/engine-errors.ts';
import type { EngineRequest, EngineResponse } from '#core/engine.ts';

/** Before its end a token is renewed, or fetched anew. */
const RENEW_AT = 2 / 3;
const MS_PER_SECOND = 1_000;
const MAX_TOKENS = 1_000;

/** One way to a Vault: any of `EngineCtx.http` or our own store's. @throws AppError engine_unreachable, engine_outcome_unknown */
export type Send = (request: EngineRequest) => Promise<EngineResponse>;

export interface VaultAccess {
  readonly roleId: string;
  readonly secretId: string;
  readonly mount: string;
  readonly namespace?: string | undefined;
}

interface Token {
  readonly token: string;
  /** Epoch milliseconds; null: for ever. */
  readonly renewAt: number | null;
  readonly endsAt: number | null;
  readonly renewable: boolean;
}

interface Auth {
  readonly auth?: { client_token?: string; lease_duration?: number; renewable?: boolean } | null;
}

/** What a version of a secret holds. */
interface Version {
  readonly data: Readonly<Record<string, unknown>>;
  readonly version: number;
}

export interface VaultClient {
  /** Null when there is none, or it was deleted. The newest version unless another is asked for. */
  read(path: string, version?: number): Promise<Version | null>;
  /** @returns the version that it became. `cas`: only when that is the newest by now; 0: only when there is none */
  write(path: string, data: Readonly<Record<string, unknown>>, cas?: number): Promise<number>;
  /** The newest version can be brought back by Vault's own people. */
  remove(path: string): Promise<void>;
  /** All versions, for good. */
  destroy(path: string): Promise<void>;
  /** Names below a folder; those of folders end with a slash. Null when there is none. */
  list(path: string): Promise<readonly string[] | null>;
}

/** Tokens of this process, by place and role: each lives as long as Vault lets it. */
const tokens = new Map<string, Promise<Token>>();

/** @param place tells the Vaults apart that this process knows, e.g. an instance's id */
export function createVaultClient(
  place: string,
  send: Send,
  access: VaultAccess,
  now: () => number,
): VaultClient {
  const { roleId, secretId, namespace, mount } = access;
  const id = createHash('sha256')
    .update(JSON.stringify([place, namespace, roleId, secretId]))
    .digest('base64');
  const common = {
    'x-vault-request': 'true',
    ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
  };

  const tokenOf = (answer: EngineResponse, askedAt: number): Token => {
    const { auth } = answer.json<Auth>();
    if (typeof auth?.client_token !== 'string')
      throw engineError('engine_invalid', undefined, { cause: 'no token in an answer to a login' });
    const leaseMs = (auth.lease_duration ?? 0) * MS_PER_SECOND;
    return {
      token: auth.client_token,
      renewable: auth.renewable === true,
      renewAt: leaseMs === 0 ? null : askedAt + leaseMs * RENEW_AT,
      endsAt: leaseMs === 0 ? null : askedAt + leaseMs,
    };
  };

  async function login(): Promise<Token> {
    const askedAt = now();
    const answer = await send({
      method: 'POST',
      path: '/v1/auth/approle/login',
      headers: common,
      body: { role_id: roleId, secret_id: secretId },
      harmless: true,
    });
    if (answer.status < 300) return tokenOf(answer, askedAt);
    if (answer.status === 429) throw engineError('engine_rate_limited');
    throw engineError(answer.status < 500 ? 'engine_rejected_credentials' : 'engine_unreachable', undefined, {
      cause: `HTTP ${answer.status} to a login`,
    });
  }

  async function renewed(old: Token): Promise<Token> {
    if (!old.renewable || now() >= old.endsAt!) return login();
    const askedAt = now();
    const answer = await send({
      method: 'POST',
      path: '/v1/auth/token/renew-self',
      headers: { ...common, 'x-vault-token': old.token },
      body: {},
      harmless: true,
    });
    if (answer.status >= 300) return login();
    const fresh = tokenOf(answer, askedAt);
    // Near the end of what its role allows, a renewal adds next to nothing.
    return fresh.endsAt !== null && fresh.endsAt <= old.endsAt! + MS_PER_SECOND ? login() : fresh;
  }

  function keep(making: Promise<Token>): Promise<Token> {
    if (tokens.size >= MAX_TOKENS) tokens.delete(tokens.keys().next().value!);
    tokens.set(id, making);
    making.catch(() => tokens.get(id) === making && tokens.delete(id));
    return making;
  }

  async function token(): Promise<Token> {
    const known = tokens.get(id);
    if (!known) return keep(login());
    const found = await known;
    if (found.renewAt === null || now() < found.renewAt) return found;
    // Whoever comes meanwhile waits for the same one.
    return tokens.get(id) === known ? keep(renewed(found)) : token();
  }

  /** A 403 may be the token's end as well as a policy's no: with a fresh token it is the policy's. */
  async function ask(request: Omit<EngineRequest, 'headers'>): Promise<EngineResponse> {
    const by = async (one: Token) => send({ ...request, headers: { ...common, 'x-vault-token': one.token } });
    const first = await token();
    let answer = await by(first);
    if (answer.status === 403) {
      const known = tokens.get(id);
      if (known && (await known).token === first.token) tokens.delete(id);
      answer = await by(await token());
    }
    switch (answer.status) {
      case 403:
        throw engineError('engine_forbidden');
      case 429:
        throw engineError('engine_rate_limited');
      case 400: {
        const [words] = answer.json<{ errors?: readonly string[] }>().errors ?? [];
        throw engineError(words?.includes('check-and-set') ? 'engine_conflict' : 'engine_invalid', words);
      }
      case 405:
        throw engineError('engine_unsupported');
      default:
        if (answer.status >= 500)
          throw engineError('engine_unreachable', undefined, { cause: `HTTP ${answer.status}` });
        return answer;
    }
  }

  const at = (kind: 'data' | 'metadata', path: string): string => `/v1/${mount}/${kind}/${path}`;

  return {
    async read(path, version) {
      const query = version === undefined ? '' : `?version=${version}`;
      const answer = await ask({ method: 'GET', path: at('data', path) + query });
      // A deleted version answers so too, with a body.
      if (answer.status === 404) return null;
      const { data } = answer.json<{
        data: { data: Version['data'] | null; metadata: { version: number } };
      }>();
      return data.data === null ? null : { data: data.data, version: data.metadata.version };
    },
    async write(path, data, cas) {
      const body = { data, ...(cas !== undefined && { options: { cas } }) };
      const answer = await ask({ method: 'POST', path: at('data', path), body });
      if (answer.status === 404) throw engineError('engine_not_found');
      return answer.json<{ data: { version: number } }>().data.version;
    },
    async remove(path) {
      await ask({ method: 'DELETE', path: at('data', path), harmless: true });
    },
    async destroy(path) {
      await ask({ method: 'DELETE', path: at('metadata', path), harmless: true });
    },
    async list(path) {
      const answer = await ask({ method: 'GET', path: `${at('metadata', path)}?list=true` });
      if (answer.status === 404) return null;
      return answer.json<{ data: { keys: readonly string[] } }>().data.keys;
    },
  };
}
