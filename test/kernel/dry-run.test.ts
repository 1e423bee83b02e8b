import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { EXAMPLE } from '#core/example.ts';
import { snapshot } from '#test/fence/snapshot.ts';
import { EXAMPLE_SESSION } from '#test/parity/seed.ts';
import { createWorld, isWrite, KEY, type World } from '#test/kernel/world.ts';

const DRY = { prefer: 'dry-run' };

describe('a dry run', () => {
  let world: World;
  const all = (): Promise<Record<string, unknown>> =>
    snapshot((sql, values) => world.rows(sql, values as unknown[]));
  /** A transaction that a connection took back into the pool would be somebody else's. */
  const assertClean = async (): Promise<void> => {
    const open = await world.rows(
      `select usename, state, query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    assert.deepEqual(open, []);
  };
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  for (const { operation } of buildCatalogue().operations.filter(isWrite)) {
    it(`of ${operation.name} answers as if it were done, and does nothing`, async () => {
      await world.restore();
      const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
      const before_ = await all();
      const dry = await world.example(compiled, { ...DRY, 'idempotency-key': 'dry' });
      assert.deepEqual(await all(), before_);
      await assertClean();
      // What an engine did can't be rolled back, so it isn't asked.
      if (operation.outside) return assert.equal(dry.body.code, 'dry_run_impossible');
      const real = await world.example(compiled, { 'idempotency-key': 'dry' });
      assert.equal(real.headers['idempotency-replayed'], undefined);
      assert.deepEqual(dry.status, real.status);
      assert.deepEqual(Object.keys(dry.body), Object.keys(real.body));
      assert.equal(dry.headers['etag'], real.headers['etag']);
      assert.notDeepEqual(await all(), before_);
    });
  }

  it('that fails fails as the act would, and leaves its connection clean', async () => {
    await world.restore();
    const before_ = await all();
    const request: typeof world.t.request = (...call) => world.t.request(...call);
    const id = EXAMPLE.contact.id;
    const nobody = '01960000-0000-7000-8000-00000000dead';
    for (const headers of [DRY, {}]) {
      const taken = { taxId: EXAMPLE.tenant.taxId, name: 'Twice' };
      const outcomes = await Promise.all([
        request('POST /tenants', { token: world.t.operatorKey, body: taken, headers }),
        request(`PATCH /contacts/${nobody}`, { token: KEY, body: { name: 'x' }, headers }),
        request(`DELETE /contacts/${nobody}`, { token: KEY, headers }),
        request(`PATCH /contacts/${id}`, {
          token: KEY,
          body: { name: 'x' },
          headers: { ...headers, 'if-match': '"7"' },
        }),
        request(`PATCH /contacts/${id}`, { token: KEY, body: { phone: '123' }, headers }),
        request('POST /contact', { body: { name: 'x', message: 'x', consent: true }, headers }),
        request('POST /contacts', { token: KEY, body: { name: 'x', taxId: '1-1' }, headers }),
      ]);
      assert.deepEqual(
        outcomes.map((one) => one.status),
        [409, 404, 404, 412, 400, 400, 400],
      );
      await assertClean();
    }
    assert.deepEqual(await all(), before_);
    // Nobody's tenant is left on a connection either: strangers' calls run on the same ones.
    for (let i = 0; i < 15; i++) assert.equal((await request('GET /contact')).status, 200);
  });

  it('is asked for in any of the forms that Prefer allows', async () => {
    await world.restore();
    const before_ = await all();
    for (const prefer of [
      'dry-run',
      'Dry-Run',
      ' dry-run ',
      'return=minimal, dry-run',
      'dry-run, wait=10',
      'dry-run; foo',
      'dry-run;foo=bar',
      'dry-run=""',
    ])
      assert.equal(
        (await world.t.request('POST /contacts', { token: KEY, body: { name: 'Dry' }, headers: { prefer } }))
          .status,
        201,
      );
    assert.deepEqual(await all(), before_);
    const real = await world.t.request('POST /contacts', {
      token: KEY,
      body: { name: 'Wet' },
      headers: { prefer: 'return=representation, not-dry-run' },
    });
    assert.equal(real.status, 201);
    assert.equal((await world.t.request('GET /contacts?q=wet', { token: KEY })).body.data.length, 1);
  });

  it('gives out no secrets', async () => {
    await world.restore();
    const key = await world.t.request('POST /keys', {
      token: KEY,
      body: { name: 'x', scopes: ['*'] },
      headers: DRY,
    });
    const body = { tenant: EXAMPLE.tenant.slug, reason: 'x' };
    const grant = await world.t.request('POST /grants', { token: world.t.operatorKey, body, headers: DRY });
    assert.deepEqual([key.status, key.body.key, grant.status, grant.body.token], [201, null, 200, null]);
    const refresh = await world.t.request('POST /auth/refresh', {
      body: { refreshToken: EXAMPLE.person.refreshToken },
      headers: DRY,
    });
    const { status, body: pair } = refresh;
    assert.deepEqual([status, pair.accessToken, pair.refreshToken], [200, null, null]);
  });

  it('neither opens nor ends a browser’s session', async () => {
    await world.restore();
    const code = { phone: EXAMPLE.person.phone, code: EXAMPLE.person.code };
    for (const [route, token, body] of [
      ['POST /auth/otp/verify', undefined, code],
      ['POST /auth/logout', EXAMPLE_SESSION, {}],
    ] as const) {
      const dry = await world.t.request(route, { body, headers: DRY, ...(token && { token }) });
      assert.deepEqual([dry.status, dry.headers['set-cookie']], [200, undefined]);
    }
  });

  it('of a wrong code is a wrong guess', async () => {
    await world.restore();
    const guess = (code: string, headers = {}) =>
      world.t.request('POST /auth/otp/verify', { body: { phone: EXAMPLE.person.phone, code }, headers });
    for (let i = 0; i < 5; i += 1) assert.equal((await guess('000000', DRY)).status < 300, false);
    assert.equal((await guess(EXAMPLE.person.code)).body.code, 'otp_expired');
  });
});
