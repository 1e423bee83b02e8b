import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { tokenHash } from '#platform/db/lookups.ts';
import type { FetchPublic } from '#surfaces/oauth/clients.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { createBrowser, type Browser } from './browser.ts';

/** A program on somebody's machine, and a web service, known by their metadata documents. */
export const LOCAL_CLIENT = 'https://local.example/client.json';
export const WEB_CLIENT = 'https://web.example/oauth/client.json';
export const WEB_REDIRECT = 'https://web.example/callback';
export const LOCAL_REDIRECT = 'http://127.0.0.1:51234/callback';

const documents: Readonly<Record<string, object>> = {
  [LOCAL_CLIENT]: {
    client_id: LOCAL_CLIENT,
    client_name: 'Local <b>Agent</b>',
    redirect_uris: ['http://127.0.0.1/callback', 'http://localhost/callback'],
  },
  [WEB_CLIENT]: { client_id: WEB_CLIENT, client_name: 'Web Agent', redirect_uris: [WEB_REDIRECT] },
};

export interface Person {
  readonly id: string;
  readonly cookie: string;
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export interface World {
  readonly t: TestApi;
  readonly url: string;
  readonly admin: pg.Client;
  /** What was asked for at strangers' addresses. */
  readonly fetched: string[];
  /** A logged-in person with these roles, by tenant id. */
  person(roles?: Readonly<Record<string, string>>): Promise<Person>;
  browser(person?: Person): Browser;
  /** The whole way: authorise, approve, exchange. */
  connect(person: Person, options?: { scope?: string; company?: string; client?: string }): Promise<Tokens>;
  exchange(parameters: Record<string, string>): Promise<{ status: number; body: Record<string, string> }>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** PKCE, the client's side of it. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A request that is in order; a parameter that is undefined is left out. */
export function authorizeUrl(url: string, changes: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = {
    client_id: WEB_CLIENT,
    response_type: 'code',
    redirect_uri: WEB_REDIRECT,
    code_challenge: pkce().challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
    scope: 'contacts:read',
    resource: `${url}/mcp`,
    ...changes,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${url}/oauth/authorize?${new URLSearchParams(given).toString()}`;
}

export async function createWorld(
  options: { settings?: Record<string, string>; fetchPublic?: FetchPublic } = {},
): Promise<World> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const fetched: string[] = [];
  const fetchPublic: FetchPublic = async (address) => {
    fetched.push(address);
    const document = documents[address];
    return document ? { status: 200, text: JSON.stringify(document) } : { status: 404, text: '' };
  };
  const t = await createTestApi({
    fetchPublic: options.fetchPublic ?? fetchPublic,
    settings: { SMARTEROS_PUBLIC_URL: url, ...options.settings },
  });
  await t.api.server.listen({ host: '127.0.0.1', port });
  const admin = new pg.Client(t.database.url);
  await admin.connect();

  const world: World = {
    t,
    url,
    admin,
    fetched,
    async person(roles = {}) {
      const id = randomUUID();
      const cookie = `sms_${randomBytes(32).toString('base64url')}`;
      await admin.query(
        `insert into identity.people (id, name, phone, created_at, updated_at) values ($1, 'Carla Soto', $2, now(), now())`,
        [id, `+569${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`],
      );
      await admin.query(
        `insert into identity.sessions (id, person_id, hash, methods, network, created_at, seen_at, stepped_up_at, expires_at)
         values ($1, $2, $3, '{otp}', '127.0.0.1', now(), now(), now(), now() + interval '1 day')`,
        [randomUUID(), id, tokenHash(cookie)],
      );
      for (const [tenantId, role] of Object.entries(roles)) {
        await admin.query(
          `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, $3, now(), now())`,
          [tenantId, id, role],
        );
      }
      return { id, cookie };
    },
    browser: (person) => createBrowser(person && { smarteros_session: person.cookie }),
    async connect(person, { scope = 'contacts:read', company, client = WEB_CLIENT } = {}) {
      const { verifier, challenge } = pkce();
      const redirect = client === WEB_CLIENT ? WEB_REDIRECT : LOCAL_REDIRECT;
      const browser = world.browser(person);
      const page = await browser.open(
        authorizeUrl(url, { client_id: client, redirect_uri: redirect, scope, code_challenge: challenge }),
      );
      const shown = company === undefined ? page : await browser.open(`${page.url}?company=${company}`);
      const end = await browser.submit(shown, { decision: 'allow' });
      const code = new URL(end.url).searchParams.get('code');
      const answer = await world.exchange({
        grant_type: 'authorization_code',
        client_id: client,
        redirect_uri: redirect,
        code: code!,
        code_verifier: verifier,
        resource: `${url}/mcp`,
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body as unknown as Tokens;
    },
    async exchange(parameters) {
      const response = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams(parameters),
      });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    },
    async stop() {
      await admin.end();
      await t.stop();
    },
  };
  return world;
}
