import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { EXAMPLE } from '#core/example.ts';
import type { Compiled } from '#kernel/types.ts';
import { inputOf } from '#test/harness/inputs.ts';
import { snapshot } from '#test/fence/snapshot.ts';
import { addPerson, type NewPerson, type TestPerson } from '#test/harness/people.ts';
import { SURFACES, type Ending, type Input } from '#test/isolation/surfaces.ts';
import {
  aboutNobody,
  createWorld,
  isPublic,
  namesOfExample,
  scopeOf,
  type World,
} from '#test/isolation/world.ts';

const PRIVATE = buildCatalogue().operations.filter((one) => !isPublic(one));

/** What tells a stranger that something is there, and why that is meant. */
const TELLING: Readonly<Record<string, string>> = {
  'invitations.accept': 'whoever holds the link’s token knows that there is an invitation',
  'tenants.claim': 'a tax id that is taken is told to whoever tries to sign it up',
};

for (const [surface, call] of Object.entries(SURFACES)) {
  describe(`by ${surface}, a person reaches their own things only`, () => {
    let world: World;
    let names: ReadonlySet<string>;
    let before_: unknown;
    /** Somebody new for each operation: some of them end what they are called with. */
    const somebody = (more: NewPerson = {}): Promise<TestPerson> =>
      addPerson(world.t, { in: [{ tenantId: world.own.id, role: 'owner' }], ...more });
    const ask = ({ operation }: Compiled, by: TestPerson, input: Input, slug?: string): Promise<Ending> => {
      const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
      const headers = slug === undefined ? {} : { 'x-smarteros-tenant': slug };
      return call(world.t, { compiled, input, token: by.token, headers, inEarnest: true });
    };
    const state = async (): Promise<unknown> => ({
      tenant: await snapshot(world.query, EXAMPLE.tenant.id),
      sessions: await world.query('select * from identity.sessions where person_id = $1 order by id', [
        EXAMPLE.person.ugid,
      ]),
      people: await world.query('select * from identity.people where id = any ($1) order by id', [
        [EXAMPLE.person.ugid, EXAMPLE.partner.ugid, EXAMPLE.member.ugid],
      ]),
    });

    before(async () => {
      world = await createWorld();
      const { sessionId, otherSessionId } = EXAMPLE.person;
      names = new Set([...(await namesOfExample(world.query)), sessionId, otherSessionId]);
      before_ = await state();
    });
    after(() => world.stop());

    for (const compiled of PRIVATE) {
      const { name, examples, access } = compiled.operation;
      const inputs =
        examples.length > 0
          ? (examples as readonly { input: Input }[]).map(({ input }) => input)
          : [inputOf(compiled.operation) as Input];

      it(`${name}: what belongs to others is as if it weren’t there`, async () => {
        for (const input of inputs) {
          const theirs = await ask(compiled, await somebody(), input);
          assert.ok(theirs.status < 500, JSON.stringify(theirs.body));
          const instead = aboutNobody(input, names);
          if (instead && !(name in TELLING))
            assert.deepEqual(theirs, await ask(compiled, await somebody(), instead));
        }
      });

      if (scopeOf(compiled) !== undefined) {
        it(`${name}: not in a company that they don’t belong to, named or not`, async () => {
          const by = await somebody({ in: [] });
          const none = await ask(compiled, by, inputs[0]!);
          assert.equal(`${none.status} ${none.code}`, '403 tenant_required');
          const owner = await somebody();
          const theirs = await ask(compiled, owner, inputs[0]!, EXAMPLE.tenant.slug);
          assert.equal(`${theirs.status} ${theirs.code}`, '403 tenant_required');
          assert.deepEqual(theirs, await ask(compiled, owner, inputs[0]!, '99999999k'));
        });
      }

      if (access !== 'public' && access.every((rule) => 'operator' in rule)) {
        it(`${name}: not as anything but the operator`, async () => {
          const { status, code } = await ask(compiled, await somebody(), inputs[0]!);
          assert.equal(`${status} ${code}`, '403 forbidden');
        });
      }
    }

    it('has left the other company and its people as they were', async () => {
      assert.deepEqual(await state(), before_);
    });
  });
}
