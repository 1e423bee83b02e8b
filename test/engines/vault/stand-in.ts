import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '#core/example.ts';
import type { Asked, Said, StandIn } from '#test/engines/stand-in.ts';

interface Secret {
  /** By version, from 1; null: deleted. */
  readonly versions: (Record<string, unknown> | null)[];
}

const MAX_VERSIONS = 10;
const json = (status: number, body: object): Said => ({ status, body });
const errors = (status: number, ...words: string[]): Said => json(status, { errors: words });
const envelope = (more: object): Said =>
  json(200, {
    request_id: randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    warnings: null,
    ...more,
  });

/** Vault or OpenBao: AppRole and a KV version 2 at `secret`, as facts of it say. */
export class VaultServer implements StandIn {
  readonly engine = 'vault';
  readonly example = {
    url: 'https://vault.example.cl',
    credentials: { roleId: 'role-of-the-example', secretId: 'secret-id-of-the-example' },
    settings: { mount: 'secret' },
    version: '2.3.1',
    capabilities: ['kv2'],
    state: { path: `smarteros/${EXAMPLE.tenant.slug}/own` },
    secrets: {},
  };
  readonly secrets = new Map<string, Secret>();
  /** Tokens, and the milliseconds at which they end. */
  readonly tokens = new Map<string, number>();
  readonly asked: string[] = [];
  leaseSeconds = 3_600;
  sealed = false;
  limited = false;
  /** What its policy lets our role touch. */
  allowed = 'smarteros/';
  now = (): number => Date.now();

  reset(): void {
    this.secrets.clear();
    this.sealed = false;
    this.limited = false;
    const own = `smarteros/${EXAMPLE.tenant.slug}/own`;
    this.secrets.set(`${own}/bank`, { versions: [{ apiKey: 'bank-key-of-the-example' }] });
    this.secrets.set(`${own}/suppliers/acme`, { versions: [{ password: 'x' }] });
    this.secrets.set(`smarteros/${EXAMPLE.neighbour.slug}/own/bank`, { versions: [{ apiKey: 'stranger' }] });
  }

  answer(asked: Asked): Said {
    const { method, path, headers, body, query } = asked;
    this.asked.push(`${method} ${path}`);
    if (path === '/v1/sys/health') {
      const status = this.sealed ? Number(query.get('sealedcode') ?? 503) : 200;
      return json(status, { initialized: true, sealed: this.sealed, standby: false, version: '2.3.1' });
    }
    if (this.sealed) return errors(503, 'Vault is sealed');
    if (this.limited) return errors(429, 'request path "secret/": rate limit quota exceeded');
    if (path === '/v1/auth/approle/login') return this.#login(body);
    const token = String(headers['x-vault-token'] ?? '');
    if ((this.tokens.get(token) ?? 0) <= this.now()) return errors(403, 'permission denied');
    if (path === '/v1/auth/token/renew-self') return this.#auth(token);
    const [, kind, name = ''] = /^\/v1\/secret\/(data|metadata)\/(.*)$/.exec(path) ?? [];
    if (kind === undefined) return errors(404);
    if (!name.startsWith(this.allowed)) return errors(403, '1 error occurred:\n\t* permission denied\n\n');
    return kind === 'data' ? this.#data(name, asked) : this.#metadata(name, asked);
  }

  #login(body: { role_id?: string; secret_id?: string } | undefined): Said {
    const { roleId, secretId } = this.example.credentials;
    if (body?.role_id !== roleId || body.secret_id !== secretId)
      return errors(400, 'invalid role or secret ID');
    return this.#auth(`hvs.${randomUUID()}`);
  }

  #auth(token: string): Said {
    this.tokens.set(token, this.now() + this.leaseSeconds * 1_000);
    const auth = {
      client_token: token,
      accessor: 'accessor',
      policies: ['default', 'smarteros'],
      lease_duration: this.leaseSeconds,
      renewable: true,
    };
    return envelope({ data: null, auth });
  }

  #data(name: string, { method, body, query }: Asked): Said {
    const found = this.secrets.get(name);
    const newest = found?.versions.length ?? 0;
    if (method === 'GET') {
      const version = Number(query.get('version') ?? 0) || newest;
      const data = found?.versions[version - 1];
      if (data === undefined || version <= newest - MAX_VERSIONS) return errors(404);
      const metadata = {
        created_time: '',
        deletion_time: data ? '' : '2026-01-01T00:00:00Z',
        destroyed: false,
        version,
      };
      return { ...envelope({ data: { data, metadata } }), status: data ? 200 : 404 };
    }
    if (method === 'DELETE') {
      if (found) found.versions[newest - 1] = null;
      return { status: 204 };
    }
    if (method !== 'POST' && method !== 'PUT') return errors(405, 'unsupported operation');
    const { data, options } = body as { data?: Record<string, unknown>; options?: { cas?: number } };
    if (!data) return errors(400, 'no data provided');
    if (options?.cas !== undefined && options.cas !== newest)
      return errors(400, 'check-and-set parameter did not match the current version');
    if (found) found.versions.push(data);
    else this.secrets.set(name, { versions: [data] });
    return envelope({ data: { created_time: '', deletion_time: '', destroyed: false, version: newest + 1 } });
  }

  #metadata(name: string, { method, query }: Asked): Said {
    if (method === 'DELETE') {
      this.secrets.delete(name);
      return { status: 204 };
    }
    if (method !== 'LIST' && query.get('list') !== 'true') return errors(405, 'unsupported operation');
    const folder = `${name.replace(/\/$/, '')}/`;
    const keys = new Set<string>();
    for (const path of this.secrets.keys())
      if (path.startsWith(folder)) keys.add(path.slice(folder.length).replace(/\/.*$/, '/'));
    return keys.size === 0 ? errors(404) : envelope({ data: { keys: [...keys].toSorted() } });
  }
}

export const vaultStandIn = new VaultServer();
