import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chatwoot } from '#engines/chatwoot/index.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import type { Contact, Conversation } from './data.ts';
import { ChatwootServer } from './server.ts';

for (const version of ['4.3.0', '4.13.0'])
  describe(`Chatwoot, stand-in of ${version}`, () => {
    let world: EngineWorld;
    let server: ChatwootServer;
    let instance: string;
    let ana: Company;
    let beto: Company;
    before(async () => {
      server = new ChatwootServer(version);
      const url = await openStandIn((asked) => server.answer(asked));
      world = await EngineWorld.build([chatwoot]);
      [ana, beto] = await Promise.all([world.company(), world.company()]);
      const credentials = { platformToken: server.platformToken };
      instance = await world.shared({ engine: 'chatwoot', url, credentials, version });
      world.reconciler();
      for (const one of [ana, beto]) await world.want(one, 'chatwoot', instance);
      for (const one of [ana, beto]) await world.reached(one, 'chatwoot');
    });
    after(() => world.stop());

    const accountOf = (company: Company) =>
      server.tables.accounts.find((one) => one.custom_attributes['smarteros_tenant'] === company.id)!;
    const inboxOf = (company: Company) =>
      server.tables.inboxes.find(({ account }) => account === accountOf(company).id)!;
    const post = (company: Company, path: string, body: object) => world.call(company, `POST ${path}`, body);
    const get = (company: Company, path: string) => world.call(company, `GET ${path}`);
    const contact = async (company: Company, body: object): Promise<string> => {
      const { status, body: made } = await post(company, '/chatwoot/contacts', body);
      assert.equal(status, 201, JSON.stringify(made));
      return made.id;
    };
    const talk = async (company: Company, contactId: string): Promise<string> =>
      (await post(company, '/chatwoot/conversations', { contactId, message: 'Hola' })).body.id;
    /** All rows of a list, page after page. */
    async function all(company: Company, path: string, limit: number, between?: () => unknown) {
      const rows: { id: string }[] = [];
      let cursor: string | null = '';
      do {
        const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { status, body } = await get(
          company,
          `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${next}`,
        );
        assert.equal(status, 200, JSON.stringify(body));
        assert.ok(body.data.length <= limit);
        rows.push(...body.data);
        cursor = body.nextCursor;
        between?.();
      } while (cursor !== null);
      return rows.map(({ id }) => id);
    }

    it('gives nobody what is another company’s', async () => {
      const theirs = await contact(beto, { name: 'De Beto', email: 'cliente@beto.cl' });
      const theirTalk = await talk(beto, theirs);
      // Numbers of conversations count in each account: theirs is a number that Ana has none of yet.
      const tries = await Promise.all([
        get(ana, `/chatwoot/contacts/${theirs}`),
        get(ana, `/chatwoot/conversations/${theirTalk}`),
        post(ana, `/chatwoot/conversations/${theirTalk}/status`, { status: 'resolved' }),
        get(ana, `/chatwoot/conversations/${theirTalk}/messages`),
        post(ana, `/chatwoot/conversations/${theirTalk}/messages`, { content: 'x' }),
        post(ana, '/chatwoot/conversations', { contactId: theirs }),
        post(ana, '/chatwoot/contacts', {
          name: 'X',
          email: 'x@example.cl',
          inboxId: String(inboxOf(beto).id),
        }),
      ]);
      for (const { status, body } of tries)
        assert.deepEqual([status, body.code], [404, 'engine_not_found'], JSON.stringify(body));
      const mine = await contact(ana, { name: 'De Ana', email: 'cliente@ana.cl' });
      const crossed = await post(ana, '/chatwoot/conversations', {
        contactId: mine,
        inboxId: String(inboxOf(beto).id),
      });
      assert.equal(crossed.body.code, 'engine_not_found');
      assert.deepEqual((await get(ana, `/chatwoot/conversations?inboxId=${inboxOf(beto).id}`)).body.data, []);
      assert.deepEqual((await get(ana, '/chatwoot/contacts?q=beto.cl')).body.data, []);
      assert.deepEqual(await all(ana, '/chatwoot/contacts', 20), [mine]);
      const said = server.tables.messages.filter((one) => one.account === accountOf(beto).id);
      assert.equal(said.length, 1);
    });

    it('knows no way out of the account in an id', async () => {
      const beyond = accountOf(beto).id;
      const seen = server.seen.length;
      for (const odd of [
        '..%2F..%2F..%2Fprofile',
        `..%2F..%2F${beyond}%2Fcontacts`,
        '%2e%2e',
        '1%3Fa=b',
        '1%2Fconversations',
        '0',
        '-1',
        '1e3',
        'filter',
        'search',
      ]) {
        assert.ok((await get(ana, `/chatwoot/contacts/${odd}`)).status >= 400, odd);
        assert.ok((await get(ana, `/chatwoot/conversations/${odd}`)).status >= 400, odd);
        assert.ok((await get(ana, `/chatwoot/conversations/${odd}/messages`)).status >= 400, odd);
      }
      for (const body of [
        { contactId: `1/../../${beyond}/contacts/1` },
        { contactId: '1', inboxId: '../1' },
        { contactId: '1', sourceId: server.tables.joined[0]!.source_id },
        { contactId: '1', accountId: beyond },
      ])
        assert.equal((await post(ana, '/chatwoot/conversations', body)).status, 400, JSON.stringify(body));
      assert.equal(server.seen.length, seen);
    });

    it('takes phones as people write them, and no contact twice', async () => {
      const body = {
        name: 'Eva',
        phone: '9 1111 2222',
        identifier: 'ugid-de-eva',
        attributes: { vip: true },
      };
      const { status, body: made } = await post(ana, '/chatwoot/contacts', body);
      assert.deepEqual([status, made.phone, made.identifier], [201, '+56911112222', 'ugid-de-eva']);
      assert.deepEqual(made.attributes, { vip: true });
      assert.deepEqual((await get(ana, `/chatwoot/contacts/${made.id}`)).body, made);
      const doubles = [
        [{ phone: '+56 9 1111 2222' }, /phone_number/],
        [{ identifier: 'ugid-de-eva' }, /identifier/],
        [{ email: 'CLIENTE@ana.cl' }, /email/],
      ] as const;
      for (const [one, field] of doubles) {
        const again = await post(ana, '/chatwoot/contacts', { name: 'Otra', ...one });
        assert.deepEqual(
          [again.status, again.body.code],
          [409, 'engine_conflict'],
          JSON.stringify(again.body),
        );
        assert.match(again.body.detail, field);
      }
      // Another company has its own.
      await contact(beto, { name: 'Eva', phone: '+56911112222' });
      for (const odd of [{ name: 'Sin nada' }, { name: 'X', phone: 'call me' }])
        assert.equal((await post(ana, '/chatwoot/contacts', odd)).body.code, 'invalid_input');
    });

    it('begins conversations and tells who said what', async () => {
      const eva = (await get(ana, '/chatwoot/contacts?q=2222')).body.data[0].id;
      const made = await post(ana, '/chatwoot/conversations', { contactId: eva, message: '¿Cómo le fue?' });
      assert.deepEqual([made.status, made.body.contact.name], [201, 'Eva'], JSON.stringify(made.body));
      const path = `/chatwoot/conversations/${made.body.id}/messages`;
      await post(ana, path, { content: 'Bien, gracias.', type: 'incoming' });
      await post(ana, path, { content: 'Ojo: cliente antiguo', private: true });
      const { body } = await get(ana, path);
      assert.deepEqual(
        body.data.map((one: Record<string, unknown>) => [one['type'], one['private'], one['content']]),
        [
          ['outgoing', true, 'Ojo: cliente antiguo'],
          ['incoming', false, 'Bien, gracias.'],
          ['outgoing', false, '¿Cómo le fue?'],
        ],
      );
      assert.equal(server.tables.joined.filter((one) => String(one.contact) === eva).length, 1);
      const old = await post(ana, '/chatwoot/messages', {
        id: made.body.id,
        content: 'Por la ruta de antes',
      });
      assert.equal(old.status, 200, JSON.stringify(old.body));
      const byOld = (await get(ana, `/chatwoot/messages?id=${made.body.id}`)).body;
      assert.deepEqual(byOld, (await get(ana, path)).body);
      assert.equal(byOld.data[0].content, 'Por la ruta de antes');
      assert.equal((await get(ana, '/chatwoot/messages')).status, 400);
      assert.equal((await world.call(ana, 'DELETE /chatwoot/messages')).status, 405);
      const web = { ...inboxOf(ana), id: 90, channel_type: 'Channel::WebWidget' };
      server.tables.inboxes.push(web);
      const onSite = await post(ana, '/chatwoot/conversations', { contactId: eva, inboxId: '90' });
      const refused = await post(ana, `/chatwoot/conversations/${onSite.body.id}/messages`, {
        content: 'x',
        type: 'incoming',
      });
      assert.deepEqual([refused.status, refused.body.code], [422, 'engine_invalid']);
      assert.match(refused.body.detail, /Api inboxes/);
    });

    it('lists page after page, each row once, while others come and go', async () => {
      const account = accountOf(beto).id;
      const row = (n: number): Contact => ({
        id: 1_000 + n,
        account,
        name: `Cliente ${n}`,
        email: `c${n}@example.cl`,
        phone_number: null,
        identifier: null,
        custom_attributes: {},
        // Some of the same second.
        created_at: 1_700_000_000 + Math.floor(n / 3),
        last_activity_at: null,
      });
      const { tables } = server;
      tables.contacts.push(...Array.from({ length: 100 }, (_, n) => row(n)));
      const whole = (await get(beto, '/chatwoot/contacts?limit=200')).body;
      assert.equal(whole.nextCursor, null);
      const ids = whole.data.map(({ id }: { id: string }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const limit of [1, 15, 16, 44])
        assert.deepEqual(await all(beto, '/chatwoot/contacts', limit), ids);
      assert.deepEqual((await all(beto, '/chatwoot/contacts?q=cliente', 33)).length, 101);
      let n = 200;
      const through = await all(beto, '/chatwoot/contacts', 30, () => {
        tables.contacts.push({ ...row(n++), created_at: 1_900_000_000 + n });
        tables.contacts = tables.contacts.filter(({ id }) => id !== 1_000 + 99 - (n - 200) * 3);
      });
      assert.equal(new Set(through).size, through.length);
      const missed = ids.filter(
        (id: string) => !through.includes(id) && tables.contacts.some((one) => String(one.id) === id),
      );
      assert.deepEqual(missed, []);
    });

    it('lists conversations by status and by whether somebody cares for them', async () => {
      const { id: account } = accountOf(beto);
      const inbox = inboxOf(beto).id;
      const customer = server.tables.contacts.find((one) => one.account === account)!.id;
      const row = (id: number): Conversation => ({
        id,
        account,
        inbox_id: inbox,
        contact: customer,
        status: id % 4 === 0 ? 'resolved' : 'open',
        assignee: id % 5 === 0 ? server.tables.users[0]!.id : null,
        unread_count: 0,
        created_at: 1_700_000_000 + id,
      });
      server.tables.conversations.push(...Array.from({ length: 60 }, (_, n) => row(n + 10)));
      const where = (says: (one: Conversation) => boolean) =>
        server.tables.conversations
          .filter((one) => one.account === account && says(one))
          .toSorted((a, b) => b.created_at - a.created_at)
          .map(({ id }) => String(id));
      const path = '/chatwoot/conversations';
      assert.deepEqual(
        await all(beto, path, 7),
        where(({ status }) => status === 'open'),
      );
      assert.deepEqual(
        await all(beto, `${path}?status=all`, 50),
        where(() => true),
      );
      const cared = `${path}?status=resolved&assignee=assigned`;
      assert.deepEqual(
        await all(beto, cared, 2),
        where(({ status, assignee }) => status === 'resolved' && assignee !== null),
      );
      const { nextCursor } = (await get(beto, `${path}?limit=2`)).body;
      // A cursor is its question's.
      for (const cursor of [nextCursor, 'x', '0.0.0.aaaaaaaa'])
        assert.equal((await get(beto, `${cared}&cursor=${cursor}`)).body.code, 'invalid_input');
    });

    it('tells who waits for an answer, and closes what is done', async () => {
      const eva = (await get(ana, '/chatwoot/contacts?q=2222')).body.data[0].id;
      const { body: made } = await post(ana, '/chatwoot/conversations', { contactId: eva, message: 'Hola' });
      const path = `/chatwoot/conversations/${made.id}`;
      const waiting = async (): Promise<string[]> =>
        (await get(ana, '/chatwoot/conversations?waiting=true&sort=activity')).body.data.map(
          ({ id }: { id: string }) => id,
        );
      assert.equal(made.waitingSince, null);
      assert.ok(!(await waiting()).includes(made.id));
      await post(ana, `${path}/messages`, { content: `¿Abren ${'hoy '.repeat(80)}?`, type: 'incoming' });
      const { body: asked } = await get(ana, path);
      assert.notEqual(asked.waitingSince, null);
      assert.deepEqual([asked.lastMessage.type, asked.lastMessage.content.length], ['incoming', 200]);
      assert.equal((await waiting())[0], made.id);
      // A note among ourselves is no answer.
      await post(ana, `${path}/messages`, { content: 'Preguntar a Luis', private: true });
      assert.ok((await waiting()).includes(made.id));
      await post(ana, `${path}/messages`, { content: 'Sí, hasta las 20.' });
      assert.ok(!(await waiting()).includes(made.id));
      const { status, body: done } = await post(ana, `${path}/status`, { status: 'resolved' });
      assert.deepEqual([status, done.status], [200, 'resolved'], JSON.stringify(done));
      assert.deepEqual((await get(ana, path)).body, done);
      assert.equal((await post(ana, `${path}/status`, { status: 'gone' })).status, 400);
      for (const id of ['999', '0', '1%2F..%2F2'])
        assert.ok([400, 404].includes((await get(ana, `/chatwoot/conversations/${id}`)).status), id);
    });

    it('lists the messages of a long conversation', async () => {
      const eva = (await get(beto, '/chatwoot/contacts?q=2222')).body.data[0].id;
      const id = await talk(beto, eva);
      for (let n = 0; n < 49; n++)
        server.tables.messages.push({ ...server.tables.messages.at(-1)!, id: 5_000 + n, content: `n${n}` });
      const path = `/chatwoot/conversations/${id}/messages`;
      const whole = await all(beto, path, 200);
      assert.equal(whole.length, 50);
      for (const limit of [1, 19, 20, 25, 50]) assert.deepEqual(await all(beto, path, limit), whole);
      assert.equal((await get(beto, `${path}?cursor=..`)).body.code, 'invalid_input');
    });

    it('says so when it is asked too often, and what it can’t do', async () => {
      const many = await Promise.all(Array.from({ length: 101 }, () => get(ana, '/chatwoot/contacts?q=eva')));
      const last = many.find(({ status }) => status !== 200)!;
      assert.deepEqual([last.status, last.body.code], [429, 'engine_rate_limited']);
      assert.equal(last.headers['retry-after'], '60');
      assert.equal((await get(beto, '/chatwoot/contacts?q=eva')).status, 200);
      assert.deepEqual((await get(ana, '/chatwoot/health')).body, { status: 'ok', version, shared: true });
      server.mood = 'html';
      assert.equal((await get(ana, '/chatwoot/health')).body.code, 'engine_unreachable');
      assert.equal((await get(ana, '/chatwoot/contacts')).body.code, 'engine_unreachable');
      server.mood = 'broken';
      const unsure = await post(ana, '/chatwoot/contacts', { name: 'Y', email: 'y@example.cl' });
      assert.deepEqual([unsure.status, unsure.body.code], [504, 'engine_outcome_unknown']);
      server.mood = 'well';
    });

    it('is shut while it is suspended, and gone when it is removed', async () => {
      await world.want(beto, 'chatwoot', instance, 'suspended');
      await world.reached(beto, 'chatwoot', 'suspended');
      assert.equal(accountOf(beto).status, 'suspended');
      assert.equal((await get(beto, '/chatwoot/contacts')).body.code, 'engine_not_ready');
      await world.want(beto, 'chatwoot', instance, 'absent');
      await world.reached(beto, 'chatwoot', 'absent');
      assert.equal(accountOf(beto), undefined);
      assert.equal((await get(ana, '/chatwoot/contacts')).status, 200);
    });
  });
