import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real issuer (oidc-provider) on loopback, whose accounts log in without asking. */
export interface TestIssuer {
  readonly url: string;
  /** Who is logged in there now. */
  account: { id: string; email: string };
  /** Walks a browser through the issuer; answers the address of ours that it is sent back to. */
  visit(url: string): Promise<URL>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'smarteros', clientSecret: 'a-secret-of-the-tests-0123456789' };
const MAX_STEPS = 10;

export async function startIssuer(redirectUris: string[]): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: TestIssuer = {
    url,
    account: { id: 'ana', email: 'ana@example.com' },
    async visit(start) {
      const jar = new Map<string, string>();
      let next = new URL(start);
      for (let step = 0; step < MAX_STEPS; step++) {
        const response = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = line.split(';', 1)[0]!.split('=');
          jar.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null)
          throw new Error(`${next.pathname}: ${response.status} ${await response.text()}`);
        next = new URL(location, next);
        if (next.origin !== url) return next;
      }
      throw new Error('it never comes back');
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider = new Provider(url, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: redirectUris },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: state.account.email, email_verified: true, name: `Señora ${id}` }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void handle(request, response);
    return void provider
      .interactionFinished(request, response, { login: { accountId: state.account.id } })
      .catch((error: unknown) => response.destroy(error as Error));
  });
  return state;
}
