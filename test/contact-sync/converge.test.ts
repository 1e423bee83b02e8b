import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { SyncWorld } from './world.ts';

const CHANGES = 1_000;
/** A look comes after 3:45 to 6:15 minutes. */
const NEXT_LOOK_MS = 7 * 60_000;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('contacts that change on three sides at once', () => {
  const seed = 20_261;
  let w: SyncWorld;
  before(async () => {
    w = await SyncWorld.build();
  });
  after(() => w.stop());

  it(`are the same everywhere in the end, each once (seed ${seed})`, { timeout: 120_000 }, async () => {
    const random = randomOf(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    // Hooks get lost, come twice, and in any order.
    const held: (() => Promise<void>)[] = [];
    for (const [engine, server] of Object.entries(w.servers))
      server.told = (_, card) => {
        if (random() < 0.2) return;
        const once = () => w.tell(engine, card);
        held.push(once);
        if (random() < 0.3) held.push(once);
      };
    const letGo = async (most: number): Promise<void> => {
      for (let i = 0; i < most && held.length > 0; i++)
        await held.splice(Math.floor(random() * held.length), 1)[0]!();
    };
    await w.start(2);

    let n = 0;
    const fresh = () => {
      n += 1;
      return {
        name: `Persona ${n}`,
        phone: `+5691${String(n).padStart(7, '0')}`,
        email: `p${n}@example.com`,
      };
    };
    const change = () => {
      n += 1;
      return pick([
        { name: `Nombre ${n}` },
        { email: `n${n}@example.com` },
        { phone: `+5692${String(n).padStart(7, '0')}` },
      ]);
    };
    const toCard = ({ email, ...rest }: { name?: string; phone?: string; email?: string }) => ({
      ...rest,
      ...(email !== undefined && { mail: email }),
    });
    const create = async (side: string, person: ReturnType<typeof fresh>): Promise<void> => {
      if (side === 'here') assert.equal((await w.call('POST /contacts', person)).status, 201);
      else w.set(side, undefined, toCard(person));
    };
    const alter = async (side: string): Promise<void> => {
      const what = change();
      if (side !== 'here') {
        const cards = w.cards(side).filter(({ gone }) => !gone);
        if (cards.length > 0) w.set(side, pick(cards).id, toCard(what));
        return;
      }
      const rows = await w.world.sql<{ id: string }>(
        'select id from app.contacts where tenant_id = $1 order by id',
        [w.company.id],
      );
      if (rows.length > 0) await w.call(`PATCH /contacts/${pick(rows).id}`, what);
    };
    for (let i = 0; i < CHANGES; i++) {
      const side = pick(['here', 'alpha', 'beta']);
      const dice = random();
      if (dice < 0.15) await create(side, fresh());
      else if (dice < 0.18) {
        // The same person, made in two places before either knows of the other.
        const person = fresh();
        await create(side, person);
        await create(pick(['here', 'alpha', 'beta'].filter((one) => one !== side)), person);
      } else if (dice < 0.2) {
        const rows = await w.world.sql<{ id: string }>('select id from app.contacts where tenant_id = $1', [
          w.company.id,
        ]);
        if (rows.length > 0) await w.call(`DELETE /contacts/${pick(rows).id}`);
      } else await alter(side);
      await letGo(2);
    }
    await letGo(held.length);

    let rounds = 0;
    await until('all sides are the same', async () => {
      if (rounds++ % 50 === 0) w.world.clock.leap(NEXT_LOOK_MS);
      const [here, alpha, beta] = [await w.here(), w.there('alpha'), w.there('beta')];
      return isDeepStrictEqual(here, alpha) && isDeepStrictEqual(here, beta);
    }).catch(async (error: unknown) => {
      const [here, alpha, beta] = [await w.here(), w.there('alpha'), w.there('beta')];
      const texts = (all: object[]) => new Set(all.map((one) => JSON.stringify(one)));
      const ours = texts(here);
      for (const [name, all] of [
        ['alpha', alpha],
        ['beta', beta],
      ] as const) {
        const its = texts(all);
        console.log(name, 'only here', [...ours.difference(its)], 'only there', [...its.difference(ours)]);
      }
      console.log(
        await w.world.sql(`select * from app.contact_links where status <> 'linked' or due_at is not null`),
      );
      console.log(await w.world.sql(`select * from core.contact_lanes`));
      throw error;
    });
    const here = await w.here();
    for (const field of ['phone', 'email'] as const) {
      const all = here.map((one) => one[field]);
      assert.equal(new Set(all).size, all.length, `${field} twice`);
    }
    assert.ok(here.length > 100, `${here.length} contacts`);

    // And then there is nothing left to say.
    const { writes } = w;
    console.log(
      `${here.length} contacts, ${writes} writes and ${Object.values(w.servers).flatMap(({ seen }) => seen).length} requests for ${CHANGES} changes`,
    );
    assert.ok(writes < 4 * CHANGES, `${writes} writes`);
    for (let i = 0; i < 3; i++) {
      let looks = 0;
      await until('it was looked at again', async () => {
        // A look that was under way at a leap counts for before it, and the next one is minutes away.
        if (looks++ % 50 === 0) w.world.clock.leap(NEXT_LOOK_MS);
        const [row] = await w.world.sql<{ n: number }>(
          'select count(*)::integer as n from core.contact_lanes where polled_at >= $1',
          [new Date(w.world.clock.now().getTime() - 60_000)],
        );
        return row!.n === 2;
      });
    }
    assert.equal(w.writes, writes);
    assert.deepEqual(await w.here(), here);
  });
});
