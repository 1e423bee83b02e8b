import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { askOf, createWorld, type World } from '#test/access/world.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { addPerson, join } from '#test/harness/people.ts';

const LIMIT_MS = 5_000;
const POLL_MS = 20;

/** Something that can be taken back: its token, an operation of its, and how it ends. */
interface Case {
  readonly token: string;
  readonly route: string;
  readonly end: () => Promise<{ status: number }>;
}

describe('what is revoked by one API process is refused by every other', () => {
  let world: World;
  let other: TestApi;
  before(async () => {
    world = await createWorld();
    other = await createTestApi({ beside: world.t });
  });
  after(async () => {
    await other.stop();
    await world.stop();
  });

  const cases: Readonly<Record<string, () => Promise<Case>>> = {
    'a session, by its person': async () => {
      const one = await addPerson(world.t);
      const end = () => world.ask(`DELETE /sessions/${one.sessionId}`, one);
      return { token: one.token, route: 'GET /auth/me', end };
    },
    'a session, used inside a company': async () => {
      const one = await world.member('member');
      const end = () => world.ask(`DELETE /sessions/${one.sessionId}`, one);
      return { token: one.token, route: 'GET /contacts', end };
    },
    'a key': async () => {
      const made = await world.ask('POST /keys', world.owner, { name: 'k', scopes: ['*'] });
      const end = () => world.ask(`DELETE /keys/${made.body.id}`, world.owner);
      return { token: made.body.key, route: 'GET /contacts', end };
    },
    'a service account': async () => {
      const account = await world.ask('POST /accounts', world.owner, { name: 'a', scopes: ['*'] });
      const accountId: string = account.body.id;
      const made = await world.ask('POST /keys', world.owner, { name: 'k', scopes: ['*'], accountId });
      const end = () => world.ask(`POST /accounts/${accountId}/disable`, world.owner, {});
      return { token: made.body.key, route: 'GET /contacts', end };
    },
    'the operator’s entry': async () => {
      const body = { tenant: world.company.slug, reason: 'x' };
      const made = await world.ask('POST /grants', world.t.operatorKey, body);
      const end = () => world.ask(`DELETE /grants/${made.body.id}`, world.owner);
      return { token: made.body.token, route: 'GET /contacts', end };
    },
    'a membership': async () => {
      const one = await world.member('member');
      const end = () => world.ask(`DELETE /members/${one.ugid}`, world.owner);
      return { token: one.token, route: 'GET /contacts', end };
    },
    'a person': async () => {
      const one = await world.member('member');
      const end = () => world.ask(`POST /people/${one.ugid}/disable`, world.t.operatorKey, {});
      return { token: one.token, route: 'GET /contacts', end };
    },
    'an operator’s rights': async () => {
      const one = await addPerson(world.t, { operator: true });
      const end = () =>
        world.ask(`PUT /people/${one.ugid}/operator`, world.t.operatorKey, { operator: false });
      return { token: one.token, route: 'GET /tenants', end };
    },
  };

  /** Whether that process, asked for nothing but who it is, still lets them in with what they had. */
  async function admits(api: TestApi, token: string, what: string): Promise<boolean> {
    try {
      const { actor } = await api.api.kernel.admit({ ip: '127.0.0.1', token });
      if (what === 'a membership') return actor.tenant !== null;
      return what === 'an operator’s rights' ? actor.person!.operator : true;
    } catch {
      return false;
    }
  }

  it('a key that was seen seconds ago, also where a call is refused before the database is asked', async () => {
    const { token, end } = await cases['a key']!();
    const ask = askOf(world.t);
    const calls = ['GET /contacts', 'GET /contacts?limit=x', 'GET /tenants', 'POST /imports'] as const;
    const statuses = async (): Promise<number[]> =>
      Promise.all(calls.map(async (route) => (await ask(route, token)).status));
    assert.deepEqual(await statuses(), [200, 400, 403, 400]);
    await sleep(LIMIT_MS);
    assert.deepEqual(await statuses(), [200, 400, 403, 400]);
    await end();
    assert.deepEqual(await statuses(), [401, 401, 401, 401]);
  });

  for (const [what, make] of Object.entries(cases)) {
    it(what, async (test) => {
      const { token, route, end } = await make();
      const both = [world.t, other];
      for (const api of both) {
        assert.equal((await askOf(api)(route, token)).status, 200);
        assert.equal(await admits(api, token, what), true);
      }
      assert.equal((await end()).status, 200);
      const ended = performance.now();
      for (const api of both) assert.ok([401, 403].includes((await askOf(api)(route, token)).status));
      const database = performance.now() - ended;
      for (const api of both) {
        while (await admits(api, token, what)) {
          assert.ok(performance.now() - ended < LIMIT_MS, 'still let in');
          await sleep(POLL_MS);
        }
      }
      const everywhere = performance.now() - ended;
      test.diagnostic(
        `refused by both processes: with database after ${database.toFixed(0)} ms, without after ${everywhere.toFixed(0)} ms`,
      );
      assert.ok(everywhere < LIMIT_MS);
    });
  }

  it('and what is given counts at once, though the other process refused it a moment ago', async () => {
    const one = await addPerson(world.t);
    const ask = askOf(other);
    assert.equal((await ask('GET /contacts', one)).status, 403);
    await join(world.t, one.ugid, { tenantId: world.company.id, role: 'member' });
    assert.equal((await ask('GET /contacts', one)).status, 200);
  });
});
