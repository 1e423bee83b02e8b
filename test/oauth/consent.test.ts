import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Page } from './browser.ts';
import {
  authorizeUrl,
  createWorld,
  LOCAL_CLIENT,
  LOCAL_REDIRECT,
  WEB_REDIRECT,
  type World,
} from './world.ts';

const ALLOW = { decision: 'allow' };

describe('the consent page', () => {
  let world: World;
  let tenant: Awaited<ReturnType<World['t']['tenant']>>;
  before(async () => {
    world = await createWorld();
    tenant = await world.t.tenant({ name: 'Panadería & Hijos' });
  });
  after(() => world.stop());

  const owner = () => world.person({ [tenant.id]: 'owner' });
  const ask = (changes?: Record<string, string | undefined>) => authorizeUrl(world.url, changes);
  const grantsOf = async (personId: string): Promise<number> => {
    const { rowCount } = await world.admin.query('select from identity.oauth_grants where person_id = $1', [
      personId,
    ]);
    return rowCount!;
  };
  const codeOf = (page: Page): string | null => new URL(page.url).searchParams.get('code');

  it('shows names as text, runs no script, and can’t be put into a frame', async () => {
    const browser = world.browser(await owner());
    const page = await browser.open(ask({ client_id: LOCAL_CLIENT, redirect_uri: LOCAL_REDIRECT }));
    assert.match(page.text, /Local &lt;b&gt;Agent&lt;\/b&gt;/);
    assert.match(page.text, /Panadería &amp; Hijos/);
    assert.match(page.text, /local\.example/);
    assert.match(page.text, /Any program on this computer/);
    assert.doesNotMatch(page.text, /<script|<b>| on\w+=|javascript:/i);
    const style = /<style>([\s\S]*)<\/style>/.exec(page.text)![1]!;
    assert.equal(
      page.headers.get('content-security-policy'),
      [
        "default-src 'none'",
        `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
        "form-action 'self' http://127.0.0.1:51234",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    );
    assert.equal(page.headers.get('x-frame-options'), 'DENY');
    assert.equal(page.headers.get('cache-control'), 'no-store');
    const spanish = await browser.open(page.url, { headers: { 'accept-language': 'es-CL,es;q=0.9' } });
    assert.match(spanish.text, /<html lang="es">/);
    assert.match(spanish.text, /Ver los contactos/);
  });

  it('allows nothing without its own form: no token, another’s, an older one, another site’s page', async () => {
    const person = await owner();
    const browser = world.browser(person);
    const page = await browser.open(ask());
    const other = await browser.open(ask());
    const otherToken = /name="token" value="([^"]+)"/.exec(other.text)![1]!;
    for (const token of ['', 'x', otherToken]) {
      const end = await browser.submit(page, { ...ALLOW, token });
      assert.equal(end.status, 409, token);
      assert.equal(codeOf(end), null);
    }
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const end = await browser.submit(page, ALLOW, headers);
      assert.equal(end.status, 403, JSON.stringify(headers));
    }
    assert.equal(await grantsOf(person.id), 0);
  });

  it('belongs to the browser in which it began', async () => {
    const person = await owner();
    const page = await world.browser(person).open(ask());
    const elsewhere = world.browser(person);
    assert.equal((await elsewhere.open(page.url)).status, 400);
    assert.equal((await elsewhere.submit(page, ALLOW)).status, 400);
    assert.equal(await grantsOf(person.id), 0);
  });

  it('sends a refusal back, with state and issuer', async () => {
    const person = await owner();
    const browser = world.browser(person);
    const end = new URL((await browser.submit(await browser.open(ask()), { decision: 'refuse' })).url);
    assert.equal(`${end.origin}${end.pathname}`, WEB_REDIRECT);
    assert.deepEqual(Object.fromEntries(end.searchParams), {
      error: 'access_denied',
      state: 'state-1',
      iss: world.url,
    });
    assert.equal(await grantsOf(person.id), 0);
  });

  it('lets the person choose the company, and shows what their role there allows', async () => {
    const second = await world.t.tenant({ name: 'Transportes Ñuble' });
    const person = await world.person({ [tenant.id]: 'owner', [second.id]: 'accountant' });
    const browser = world.browser(person);
    const first = await browser.open(ask({ scope: 'contacts:write tenants:read audit:read' }));
    assert.match(first.text, /See, add and change contacts/);
    assert.doesNotMatch(first.text, /may not do there yourself/);
    const page = await browser.open(`${first.url}?company=${second.slug}`);
    assert.match(page.text, /<dd>Transportes Ñuble<\/dd>/);
    assert.match(page.text, /may not do there yourself[\s\S]*See, add and change contacts/);
    assert.ok(codeOf(await browser.submit(page, ALLOW)));
    const { rows } = await world.admin.query(
      'select tenant_id, scopes from identity.oauth_grants where person_id = $1',
      [person.id],
    );
    assert.deepEqual(rows, [{ tenant_id: second.id, scopes: ['audit:read', 'tenants:read'] }]);
  });

  it('knows no company that isn’t the person’s', async () => {
    const other = await world.t.tenant();
    const person = await owner();
    const browser = world.browser(person);
    const page = await browser.open(ask());
    const changed = await browser.open(`${page.url}?company=${other.slug}`);
    assert.match(changed.text, /Panadería/);
    const end = await browser.submit(page, { ...ALLOW, company: other.slug });
    const { rows } = await world.admin.query(
      'select tenant_id from identity.oauth_grants where person_id = $1',
      [person.id],
    );
    assert.ok(
      rows.every((row) => row.tenant_id === tenant.id),
      end.url,
    );
  });

  it('asks again when the person’s role has changed in between', async () => {
    const person = await owner();
    const browser = world.browser(person);
    const page = await browser.open(ask({ scope: 'contacts:write contacts:read' }));
    await world.admin.query(`update core.memberships set role = 'accountant' where person_id = $1`, [
      person.id,
    ]);
    const end = await browser.submit(page, ALLOW);
    assert.equal(end.status, 409);
    assert.match(end.text, /Something changed/);
    assert.equal(await grantsOf(person.id), 0);
  });

  it('makes one grant of two clicks', async () => {
    const person = await owner();
    const browser = world.browser(person);
    const page = await browser.open(ask());
    const ends = await Promise.all([1, 2, 3].map(() => browser.submit(page, ALLOW).catch(() => undefined)));
    assert.ok(ends.some((end) => end && codeOf(end)));
    assert.equal(await grantsOf(person.id), 1);
    assert.equal((await browser.submit(page, ALLOW)).status, 400);
  });

  it('says so when nothing can be allowed, when there is no company, and when nobody is logged in any more', async () => {
    const guest = await world.person({ [tenant.id]: 'guest' });
    const page = await world.browser(guest).open(ask());
    assert.match(page.text, /allows nothing of what it asks for/);
    assert.doesNotMatch(page.text, /value="allow"/);
    assert.equal((await world.browser(guest).submit(page, ALLOW)).status, 400);

    const nobody = await world.browser(await world.person()).open(ask());
    assert.equal(nobody.status, 403);
    assert.match(nobody.text, /no company yet/);

    const person = await owner();
    const browser = world.browser(person);
    const shown = await browser.open(ask());
    await world.admin.query('update identity.sessions set revoked_at = now() where person_id = $1', [
      person.id,
    ]);
    // Whether or not the session is still believed, what would be written is refused.
    const end = await browser.submit(shown, ALLOW);
    assert.equal(codeOf(end), null);
    assert.equal(await grantsOf(person.id), 0);
  });

  it('stands in the company’s audit, by the person’s name', async () => {
    const person = await owner();
    await world.connect(person);
    const { body } = await world.t.request('GET /audit?action=agent.connected&limit=1', {
      token: tenant.key,
    });
    assert.equal(body.data[0].actor.kind, 'person');
    assert.equal(body.data[0].actor.id, person.id);
  });
});
