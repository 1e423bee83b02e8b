import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addPerson } from '#test/harness/people.ts';
import { createWorld, type Relay, type World } from './world.ts';

describe('the stream of events', () => {
  let w: World;
  let relay: Relay;
  let own: Awaited<ReturnType<World['t']['tenant']>>;
  let other: typeof own;
  before(async () => {
    w = await createWorld({ streams: { beatMs: 50, stallMs: 400 } });
    relay = await w.relay();
    own = await w.t.tenant();
    other = await w.t.tenant();
  });
  after(() => w.stop());

  describe('refuses', () => {
    const refused: [what: string, ask: () => Parameters<World['listen']>[0], status: number, code: string][] =
      [
        ['strangers', () => ({}), 401, 'unauthenticated'],
        ['dead keys', () => ({ token: 'smk_dead' }), 401, 'unauthenticated'],
        ['the operator outside of a company', () => ({ token: w.t.operatorKey }), 403, 'forbidden'],
        ['a position that is none', () => ({ token: own.key, query: '?after=x' }), 400, 'invalid_input'],
        ['a negative position', () => ({ token: own.key, query: '?after=-1' }), 400, 'invalid_input'],
        [
          'a position given twice',
          () => ({ token: own.key, query: '?after=1&after=2' }),
          400,
          'invalid_input',
        ],
        ['a position ahead of all', () => ({ token: own.key, query: '?after=999999' }), 400, 'invalid_input'],
        ['unknown events', () => ({ token: own.key, query: '?names=cat.born' }), 400, 'invalid_input'],
        [
          'internal events',
          () => ({ token: own.key, query: '?names=whatsapp.token_endangered' }),
          400,
          'invalid_input',
        ],
        ['unknown words in the query', () => ({ token: own.key, query: '?limit=3' }), 400, 'invalid_input'],
        [
          'a Last-Event-ID that isn’t ours',
          () => ({ token: own.key, headers: { 'last-event-id': '1; drop' } }),
          400,
          'invalid_input',
        ],
      ];
    for (const [what, ask, status, code] of refused) {
      it(what, async () => {
        const answer = await w.listen(ask());
        assert.equal(answer.status, status);
        assert.equal((await answer.body()).code, code);
        assert.match(answer.headers['content-type']!, /^application\/problem\+json/);
      });
    }

    it('a key without events:read, and events whose scope it lacks', async () => {
      const blind = await w.key(own, ['contacts:read']);
      const answer = await w.listen({ token: blind.key });
      assert.deepEqual([answer.status, (await answer.body()).code], [403, 'insufficient_scope']);
      const narrow = await w.key(own, ['events:read', 'keys:read']);
      const named = await w.listen({ token: narrow.key, query: '?names=contact.created' });
      assert.deepEqual([named.status, (await named.body()).code], [403, 'insufficient_scope']);
      assert.match(named.headers['www-authenticate']!, /scope="events:read contacts:read"/);
    });
  });

  it('brings what happens in the company, and nothing of another', async () => {
    const mine = await w.listen({ token: own.key });
    const theirs = await w.listen({ token: other.key });
    assert.equal(mine.status, 200);
    assert.equal(mine.headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.equal(mine.headers['x-accel-buffering'], 'no');
    assert.equal(mine.headers['content-encoding'], undefined);
    const foreign = await w.contact(other.key);
    const id = await w.contact(own.key);
    await mine.until('mine came', (frames) => frames.length > 0);
    await theirs.until('theirs came', (frames) => frames.length > 0);
    assert.deepEqual(
      mine.frames.map((one) => (one.data['data'] as { id: string }).id),
      [id],
    );
    assert.deepEqual(
      theirs.frames.map((one) => (one.data['data'] as { id: string }).id),
      [foreign],
    );
    const [frame] = mine.frames;
    assert.equal(frame!.event, 'contact.created');
    assert.deepEqual(Object.keys(frame!.data), ['id', 'name', 'version', 'position', 'occurredAt', 'data']);
    assert.equal(String(frame!.data['position']), frame!.id);
    const listed = await w.t.request('GET /events?latest=true&limit=1', { token: own.key });
    assert.deepEqual(listed.body.data, [frame!.data]);
    mine.close();
    theirs.close();
  });

  it('shows each caller the events of their scopes only', async () => {
    const narrow = await w.key(own, ['events:read', 'keys:read']);
    const blind = await w.listen({ token: narrow.key });
    const all = await w.listen({ token: own.key });
    const chosen = await w.listen({ token: own.key, query: '?names=contact.updated&names=contact.deleted' });
    const id = await w.contact(own.key);
    await w.t.request(`PATCH /contacts/${id}`, { token: own.key, body: { name: 'B' } });
    await w.t.request(`DELETE /contacts/${id}`, { token: own.key });
    await all.until('all came', (frames) => frames.length === 3);
    await chosen.until('the chosen came', (frames) => frames.length === 2);
    assert.deepEqual(all.names(), ['contact.created', 'contact.updated', 'contact.deleted']);
    assert.deepEqual(chosen.names(), ['contact.updated', 'contact.deleted']);
    // Its position moves on all the same, so that it never looks through them again.
    await blind.until('it is past them', () => blind.lastId() === all.lastId());
    assert.deepEqual(blind.names(), []);
    for (const one of [blind, all, chosen]) one.close();
  });

  it('says that it is alive while nothing happens', async () => {
    const quiet = await w.listen({ token: own.key });
    await quiet.until('three beats came', () => quiet.beats() >= 3);
    assert.deepEqual(quiet.frames, []);
    quiet.close();
  });

  it('goes on where a client was, without loss or repetition, while the relay is restarted', async () => {
    const made: string[] = [];
    let writing = true;
    const writer = (async () => {
      for (let i = 0; i < 150; i++) made.push(await w.contact(own.key, `C ${i}`));
      writing = false;
    })();
    const seen: string[] = [];
    const [newest] = await w.t.sql<{ at: number }>(
      'select coalesce(max(position), 0)::int as at from core.events',
    );
    let at = String(newest!.at);
    let connections = 0;
    while (writing || seen.length < made.length) {
      // Half of them as browsers come back, half as programs do.
      const client = await w.listen(
        ++connections % 2
          ? { token: own.key, query: `?after=${at}` }
          : { token: own.key, headers: { 'last-event-id': at }, query: '?after=0' },
      );
      assert.equal(client.status, 200);
      await client.until('some came', (frames) => frames.length >= 20 || seen.length + frames.length >= 150);
      client.close();
      const taken = client.frames.splice(0);
      seen.push(...taken.map((one) => (one.data['data'] as { id: string }).id));
      at = taken.at(-1)!.id!;
      if (connections === 2) {
        await relay.stop();
        relay = await w.relay();
      }
    }
    await writer;
    assert.deepEqual(seen.toSorted(), made.toSorted());
    assert.ok(connections > 3);
  });

  describe('ends within five seconds', { concurrency: true }, () => {
    it('when the key is revoked', async () => {
      const { id, key } = await w.key(own, ['*']);
      const stream = await w.listen({ token: key });
      const staying = await w.listen({ token: own.key });
      const began = performance.now();
      await w.t.request(`DELETE /keys/${id}`, { token: own.key });
      await stream.until('it ended', () => stream.ended());
      assert.ok(performance.now() - began < 5_000);
      assert.deepEqual(stream.frames.at(-1)!.event, 'end');
      assert.equal(stream.frames.at(-1)!.data['code'], 'unauthenticated');
      assert.equal(staying.ended(), false);
      staying.close();
    });

    it('when the role of whoever came by cookie no longer allows it', async () => {
      const elsewhere = await w.t.tenant();
      const person = await addPerson(w.t, {
        in: [
          { tenantId: own.id, role: 'member' },
          { tenantId: elsewhere.id, role: 'guest' },
        ],
      });
      const headers = { cookie: `smarteros_session=${person.token}` };
      const nowhere = await w.listen({ headers });
      assert.deepEqual([nowhere.status, (await nowhere.body()).code], [403, 'tenant_required']);
      const guest = await w.listen({ headers, query: `?tenant=${elsewhere.slug}` });
      assert.deepEqual([guest.status, (await guest.body()).code], [403, 'insufficient_scope']);
      const stranger = await w.listen({ headers, query: `?tenant=999` });
      assert.equal(stranger.status, 403);
      const stream = await w.listen({ headers, query: `?tenant=${own.slug}` });
      assert.equal(stream.status, 200);
      await w.contact(own.key);
      await stream.until('it came', (frames) => frames.length === 1);
      await w.t.sql(`update core.memberships set role = 'guest' where tenant_id = $1 and person_id = $2`, [
        own.id,
        person.ugid,
      ]);
      await stream.until('it ended', () => stream.ended());
      assert.equal(stream.frames.at(-1)!.data['code'], 'insufficient_scope');
    });

    it('when the company is suspended, and lets nobody in until it isn’t', async () => {
      const shut = await w.t.tenant();
      const stream = await w.listen({ token: shut.key });
      const began = performance.now();
      await w.t.sql(`update core.tenants set status = 'suspended' where id = $1`, [shut.id]);
      await stream.until('it ended', () => stream.ended());
      assert.ok(performance.now() - began < 5_000);
      assert.equal(stream.frames.at(-1)!.data['code'], 'tenant_suspended');
      const again = await w.listen({ token: shut.key });
      assert.deepEqual([again.status, (await again.body()).code], [403, 'tenant_suspended']);
    });
  });
});
