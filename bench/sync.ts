/**
 * A contact made in Chatwoot, in Odoo or here is in all three within seconds (from Odoo, which sends no webhooks: minutes), and
 * once in each. SmarterOS, Odoo 19 and the network between them are real; Chatwoot, which has no public package, is played.
 */
import { play } from '#test/engines/chatwoot/company.ts';
import { startLiveEngines, until } from './lib/live-engines.ts';
import { claim, say } from './lib/rounds.ts';

const TAX_ID = '76.543.210-3';
/** By its webhook; and by the look at Odoo every five minutes. */
const BY_HOOK_S = 15;
const BY_LOOK_S = 400;
const PUMP_MS = 50;

/** Chatwoot takes no address without a domain; what goes there comes here. */
const PUBLIC_URL = 'https://api.example.cl';

const live = await startLiveEngines({ SMARTEROS_PUBLIC_URL: PUBLIC_URL });
const { here, operator } = live;
const { server, url } = await play('4.13.0');

/** Chatwoot's own sender of webhooks. */
const pump = setInterval(() => {
  for (const { url: to, headers, body } of server.deliveries.splice(0))
    void fetch(to.replace(PUBLIC_URL, here.url), { method: 'POST', headers, body }).catch(() => undefined);
}, PUMP_MS);

interface Named {
  readonly name: string;
}

try {
  await here.ask(
    'POST /instances',
    { engine: 'chatwoot', url, credentials: { platformToken: server.platformToken }, forAll: true },
    operator,
  );
  const { slug } = await here.ask<{ slug: string }>(
    'POST /tenants',
    { taxId: TAX_ID, name: 'Ferretería' },
    operator,
  );
  const { token } = await here.ask<{ token: string }>(
    'POST /grants',
    { tenant: slug, reason: 'bench' },
    operator,
  );
  const data = async <T>(route: string, body?: object): Promise<T[]> =>
    (await here.ask<{ data: T[] }>(route, body, token)).data;
  await until(
    'engines',
    () => data<{ engine: string; usable: boolean }>('GET /engines'),
    (engines) =>
      ['odoo', 'chatwoot'].every((name) => engines.some((one) => one.engine === name && one.usable)),
  );
  await until(
    'lanes',
    () => data<{ engine: string; lookedAt: string | null }>('GET /contact-sync'),
    (lanes) => lanes.length === 2 && lanes.every(({ lookedAt }) => lookedAt !== null),
  );

  const sides = {
    here: async (name: string) =>
      (await data<Named>(`GET /contacts?q=${encodeURIComponent(name)}`)).filter((one) => one.name === name)
        .length,
    odoo: async (name: string) =>
      (
        await data<Named>('POST /odoo/search_read', {
          model: 'res.partner',
          domain: [['name', '=', name]],
          fields: ['name'],
        })
      ).length,
    chatwoot: async (name: string) => server.tables.contacts.filter((one) => one.name === name).length,
  };
  const everywhere = async (name: string): Promise<number[]> =>
    Promise.all(Object.values(sides).map((count) => count(name)));

  const most = new Map<string, number>();
  async function spread(origin: string, name: string, make: () => Promise<unknown>, seconds: number) {
    await make();
    const begun = performance.now();
    await until(
      `${name} everywhere`,
      () => everywhere(name),
      (counts) => counts.every((n) => n > 0),
    );
    claim(
      `made in ${origin}, in all three after`,
      (performance.now() - begun) / 1000,
      { atMost: seconds },
      's',
    );
  }
  const partner = (name: string, phone: string): object => ({
    model: 'res.partner',
    values: [{ name, phone }],
  });
  // A user of the account, as an agent who types it in.
  const agent = server.tables.users.find(({ id }) =>
    server.tables.memberships.some(({ user }) => user === id),
  )!;
  const account = server.tables.memberships.find(({ user }) => user === agent.id)!.account;
  const typed = (name: string, phone: string): Promise<Response> =>
    fetch(`${url}/api/v1/accounts/${account}/contacts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', api_access_token: agent.token },
      body: JSON.stringify({ name, phone_number: phone, inbox_id: server.tables.inboxes[0]!.id }),
    });

  await spread('Chatwoot', 'Ana Chat', () => typed('Ana Chat', '+56911111111'), BY_HOOK_S);
  await spread(
    'SmarterOS',
    'Berta Aquí',
    () => here.ask('POST /contacts', { name: 'Berta Aquí', phone: '+56922222222' }, token),
    BY_HOOK_S,
  );
  await spread(
    'Odoo',
    'Carla Odoo',
    () => here.ask('POST /odoo/create', partner('Carla Odoo', '+56933333333'), token),
    BY_LOOK_S,
  );
  for (const name of ['Ana Chat', 'Berta Aquí', 'Carla Odoo'])
    for (const [i, n] of (await everywhere(name)).entries()) most.set(`${name} ${Object.keys(sides)[i]}`, n);
  claim('times that one of them is anywhere, at most', Math.max(...most.values()), { atMost: 1 });
  say('webhooks of Chatwoot that are left', server.deliveries.length);
} finally {
  clearInterval(pump);
  await live.stop();
}
