import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createAuditWorld, type AuditWorld } from './world.ts';

/** What a superuser, or a bit that flips on the disk, may leave in a row. */
const DAMAGES = [
  `actor_kind = 'nobody'`,
  `actor_id = '12345678-1234-f234-0234-123456789012'`,
  `id = '12345678-1234-f234-0234-123456789012'`,
  `at = 'infinity'`,
  `at = '0044-03-15 12:00 BC'`,
  `at = '294276-01-01'`,
  `number = 9223372036854775807`,
  `number = 1000000000000000000`,
  `number = -5`,
  `hash = ''`,
];
/** Not to be seen by a row alone. */
const ONLY_BY_SEAL = /^(?:number|hash)/;

describe('an audit with a damaged row', () => {
  let world: AuditWorld;
  let company: { id: string; key: string };
  let contact: string;
  before(async () => {
    world = await createAuditWorld();
    company = await world.t.tenant();
    const made = await world.t.request('POST /contacts', { token: company.key, body: { name: 'Ana' } });
    contact = made.body.id;
    await world.write(company.id, 5);
    await world.seal();
    await world.sql('create table public.kept as select * from core.audit');
  });
  after(() => world.stop());

  async function pages(path: string): Promise<Record<string, unknown>[]> {
    const all: Record<string, unknown>[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await world.t.request(`GET ${path}?limit=2${cursor}`, { token: company.key });
      assert.equal(status, 200, JSON.stringify(body));
      all.push(...body.data);
      if (body.nextCursor === null) return all;
      cursor = `&cursor=${body.nextCursor}`;
    }
  }

  for (const damage of DAMAGES) {
    it(`${damage}: is listed whole, and the row is named`, async () => {
      const sound = await pages('/audit');
      assert.ok(sound.length > 5 && sound.every((one) => !('damaged' in one)));
      await world.sql(`update core.audit set ${damage} where tenant_id = $1 and number = 1`, [company.id]);
      try {
        const listed = await pages('/audit');
        assert.equal(listed.length, sound.length);
        const marked = listed.filter((one) => one['damaged'] === true);
        assert.equal(marked.length, ONLY_BY_SEAL.test(damage) ? 0 : 1);
        const exported = (await pages('/audit/export')).length;
        // No chain has a number below 1.
        assert.equal(exported, sound.length - (damage.includes('-5') ? 1 : 0));
        const { status, body } = await world.t.request('GET /audit/verify', { token: company.key });
        assert.deepEqual([status, body.ok, body.broken.number], [200, false, 1]);
        await pages(`/contacts/${contact}/timeline`);
      } finally {
        await world.sql('delete from core.audit');
        await world.sql('insert into core.audit select * from public.kept');
      }
    });
  }

  it('goes on after any number that a row may have', async () => {
    const cursor = (text: string): string => Buffer.from(text).toString('base64url');
    const at = async (text: string): Promise<number> =>
      (await world.t.request(`GET /audit/export?cursor=${cursor(text)}`, { token: company.key })).status;
    assert.equal(await at('9223372036854775806'), 200);
    for (const wrong of ['9223372036854775807', '99999999999999999999', '-1', 'x'])
      assert.equal(await at(wrong), 400, wrong);
  });
});
