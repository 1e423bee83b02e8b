import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCookies } from '#surfaces/rest/knock.ts';
import { addPerson, logIn, type TestPerson } from '#test/harness/people.ts';
import type { Company } from '#test/engines/world.ts';
import type { Odoo } from './contract.ts';
import { LoginWorld } from './login-world.ts';

const SAID = JSON.stringify({ error: 'invalid_token' });

/** From our login to a session in Odoo and not a step further: browser, Odoo and our API with nothing between them. */
export function loginFlow(title: string, version: string, open: () => Promise<Odoo>): void {
  describe(`one click to Odoo: ${title}`, () => {
    let t: LoginWorld;
    let mine: Company;
    let theirs: Company;
    let pedro: TestPerson;
    /** In both companies. */
    let eva: TestPerson;
    before(async () => {
      t = await LoginWorld.open(await open(), version);
      mine = await t.company();
      theirs = await t.company();
      pedro = await t.person(mine);
      eva = await addPerson(t.world.api, {
        name: 'Eva',
        in: [mine, theirs].map(({ id }) => ({ tenantId: id, role: 'admin' })),
      });
      for (const company of [mine, theirs])
        await t.eventually('Eva is there', async () => {
          const rows = await t.world.sql(
            `select 1 from core.engine_people where tenant_id = $1 and person_id = $2 and status = 'done'`,
            [company.id, eva.ugid],
          );
          return rows.length > 0;
        });
    });
    after(() => t.stop());

    const refused = async (answer: Response): Promise<void> => {
      assert.deepEqual([answer.status, await answer.text()], [401, SAID]);
      assert.match(answer.headers.get('www-authenticate')!, /^Bearer error="invalid_token"/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    };
    const userinfo = ({ id }: { id: string }) => `${t.base}/login/engines/odoo/${id}/userinfo`;
    const cookie = ({ token }: { token: string }) => `${createCookies(t.base).name}=${token}`;
    const providerOf = async (company: Company) =>
      (await t.world.row(company, 'odoo'))['state'] as { providerId: number; database: string };
    /** The page that Odoo's button leads to. */
    const press = async (
      company: { slug: string },
      query: Record<string, string> | string,
      who?: { token: string },
    ): Promise<Response> =>
      fetch(`${t.base}/login/engines/odoo/${company.slug}?${new URLSearchParams(query).toString()}`, {
        redirect: 'manual',
        headers: who ? { cookie: cookie(who) } : {},
      });

    it('says nothing about what is no ticket, and always in the same words', async () => {
      const nobodys = 'A'.repeat(43);
      for (const token of ['x', nobodys, 'A'.repeat(5_000), '%00', `${nobodys}'--`])
        await refused(await t.show(mine, encodeURIComponent(token)));
      await refused(await t.show({ id: 'no-company' }, nobodys));
      await refused(await t.show({ id: '00000000-0000-7000-8000-000000000001' }, nobodys));
      await refused(await fetch(userinfo(mine)));
      await refused(await fetch(`${userinfo(mine)}?access_token=${nobodys}&access_token=${nobodys}`));
    });

    it('gives nobody a ticket who is no person or has no user there', async () => {
      const guest = await addPerson(t.world.api, { in: [{ tenantId: mine.id, role: 'admin' }] });
      await t.world.sql(`update core.memberships set role = 'guest' where person_id = $1`, [guest.ugid]);
      assert.equal((await t.launch(mine, guest.token)).status, 403);
      assert.equal((await t.launch(mine, mine.key)).body.reason, 'no_person');
      const tickets = await t.world.sql('select 1 from core.engine_tickets');
      assert.deepEqual(tickets, []);
    });

    it('logs in who asked, once', async () => {
      const { status, body } = await t.launch(mine, pedro.token);
      assert.deepEqual([status, body.reason], [200, null]);
      assert.ok(Date.parse(body.expiresAt) - Date.now() <= 60_000);
      const visit = await t.go(body.url);
      assert.equal(await t.whoIs(visit), await t.userOf(mine, pedro));
      const again = await t.go(body.url);
      assert.match(again.url, /\/web\/login\?oauth_error=2$/);
      assert.equal(await t.whoIs(again), undefined);
      const evas = (await t.launch(theirs, eva.token)).body.url;
      assert.equal(await t.whoIs(await t.go(evas)), await t.userOf(theirs, eva));
    });

    it('a ticket counts in one company alone, and a look by another uses nothing up', async () => {
      const ticket = await t.ticket(mine, eva);
      await refused(await t.show(theirs, ticket));
      await refused(await t.show(mine, ticket, 'n8n'));
      await refused(
        await fetch(`${userinfo(mine)}?access_token=${ticket}`, { headers: { authorization: 'Bearer x' } }),
      );
      assert.equal((await fetch(userinfo(mine), { method: 'HEAD' })).status, 404);
      const [one, two] = await Promise.all([t.show(mine, ticket), t.show(mine, ticket)]);
      assert.deepEqual(
        [one.status, two.status].toSorted((a, b) => a - b),
        [200, 401],
      );
      const won = one.status === 200 ? one : two;
      assert.deepEqual(await won.json(), { sub: eva.ugid, name: 'Eva' });
      await refused(await t.show(mine, ticket));
    });

    it('with the state of another company’s database it opens neither', async () => {
      const { providerId, database } = await providerOf(theirs);
      const url = new URL((await t.launch(mine, eva.token)).body.url);
      url.searchParams.set('state', JSON.stringify({ d: database, p: providerId }));
      const visit = await t.go(url.href);
      assert.match(visit.url, /oauth_error=2$/);
      assert.equal(await t.whoIs(visit), undefined);
    });

    const endings: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
      [
        'a minute has passed',
        () => t.world.sql(`update core.engine_tickets set expires_at = now() - interval '1 second'`),
        () => Promise.resolve(),
      ],
      [
        'they are disabled in the company',
        () =>
          t.world.sql('update core.memberships set disabled_at = now() where person_id = $1', [pedro.ugid]),
        () =>
          t.world.sql('update core.memberships set disabled_at = null where person_id = $1', [pedro.ugid]),
      ],
      [
        'they have left it',
        () => t.world.sql('delete from core.memberships where person_id = $1', [pedro.ugid]),
        () =>
          t.world.sql(
            `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at)
             values ($1, $2, 'member', now(), now())`,
            [mine.id, pedro.ugid],
          ),
      ],
      [
        'the company is suspended',
        () => t.world.sql(`update core.tenants set status = 'suspended' where id = $1`, [mine.id]),
        () => t.world.sql(`update core.tenants set status = 'active' where id = $1`, [mine.id]),
      ],
      [
        'the company is in another instance by then',
        () => t.world.sql('update core.engine_tickets set instance_id = gen_random_uuid()'),
        () => Promise.resolve(),
      ],
    ];
    for (const [what, end, undo] of endings)
      it(`a ticket opens nothing once ${what}`, async () => {
        const ticket = await t.ticket(mine, pedro);
        await end();
        await refused(await t.show(mine, ticket));
        await undo();
        await t.eventually('all is as before', async () => {
          const [row] = await t.world.sql<{ n: number }>(
            `select count(*)::int as n from core.engine_people p join core.tenant_engines e using (tenant_id, engine)
             where tenant_id = $1 and p.wanted = 'present' and p.status = 'done' and e.usable and e.status = 'done'
               and e.reached = 'present' and p.person_id = $2`,
            [mine.id, pedro.ugid],
          );
          return row!.n === 1;
        });
      });

    it('a ticket ends with the session that asked for it', async () => {
      const session = await logIn(t.world.api, pedro.ugid);
      const ticket = await t.ticket(mine, { ...pedro, ...session });
      await t.world.sql('update identity.sessions set revoked_at = now() where id = $1', [session.sessionId]);
      await refused(await t.show(mine, ticket));
    });

    it('the button sends who is logged in back with a ticket, and the others to the login first', async () => {
      const { database } = await providerOf(mine);
      const button = await t.button(database);
      assert.equal(`${button.origin}${button.pathname}`, `${t.base}/login/engines/odoo/${mine.slug}`);
      const state = button.searchParams.get('state');
      const login = await fetch(button, { redirect: 'manual' });
      assert.equal(login.status, 303);
      const next = new URL(login.headers.get('location')!, t.base).searchParams.get('next')!;
      assert.match(login.headers.get('location')!, /^\/login\?next=/);
      assert.equal(new URL(next, t.base).searchParams.get('state'), state);
      const back = await fetch(new URL(next, t.base), {
        redirect: 'manual',
        headers: { cookie: cookie(pedro) },
      });
      assert.equal(back.status, 303);
      assert.deepEqual(
        [back.headers.get('cache-control'), back.headers.get('referrer-policy')],
        ['no-store', 'no-referrer'],
      );
      const visit = await t.go(back.headers.get('location')!);
      assert.equal(await t.whoIs(visit), await t.userOf(mine, pedro));
    });

    it('the button leads nowhere else, whoever presses it with whatever', async () => {
      const { providerId, database } = await providerOf(mine);
      const state = JSON.stringify({ d: database, p: providerId });
      const uri = `${t.odoo.url}/auth_oauth/signin`;
      const cases: readonly (readonly [number, Company, Record<string, string> | string, TestPerson])[] = [
        [400, mine, { redirect_uri: 'https://evil.example/auth_oauth/signin', state }, pedro],
        [400, mine, { redirect_uri: `${uri}/../../evil`, state }, pedro],
        [400, mine, { redirect_uri: uri, state: JSON.stringify({ d: database, p: 99 }) }, pedro],
        [400, mine, { redirect_uri: uri }, pedro],
        [400, mine, { state }, pedro],
        [400, mine, { redirect_uri: uri, state: `{"d":"${'x'.repeat(1_200)}"}` }, pedro],
        [400, mine, { redirect_uri: uri, state: 'x'.repeat(3_000) }, pedro],
        [400, mine, `redirect_uri=${uri}&redirect_uri=https://evil.example&state=x`, pedro],
        [400, theirs, { redirect_uri: uri, state }, eva],
        [403, theirs, { redirect_uri: uri, state }, pedro],
        [403, { ...mine, slug: 'nobody' }, { redirect_uri: uri, state }, pedro],
      ];
      const known = await t.world.sql('select hash from core.engine_tickets');
      for (const [status, company, query, who] of cases) {
        const answer = await press(company, query, who);
        const told = JSON.stringify(query).slice(0, 120);
        assert.deepEqual([answer.status, answer.headers.get('location')], [status, null], told);
        assert.equal(answer.headers.get('x-frame-options'), 'DENY');
      }
      assert.deepEqual(await t.world.sql('select hash from core.engine_tickets'), known);
    });

    it('keeps tickets out of stored answers, logs and the database', async () => {
      const key = { 'idempotency-key': 'again' };
      const ask = () =>
        t.world.api.request('POST /engines/odoo/launch', {
          token: pedro.token,
          headers: { 'x-smarteros-tenant': mine.slug, ...key },
        });
      const ticket = new URL((await ask()).body.url).searchParams.get('access_token')!;
      assert.equal((await ask()).body.url, null);
      const [{ n }] = (await t.world.sql<{ n: number }>(
        `select (select count(*) from core.idempotency x where x::text like $1)::int
           + (select count(*) from core.audit x where x::text like $1)::int
           + (select count(*) from core.engine_tickets x where x::text like $1)::int as n`,
        [`%${ticket}%`],
      )) as [{ n: number }];
      assert.equal(n, 0);
      assert.equal((await t.show(mine, ticket)).status, 200);
    });
  });
}
