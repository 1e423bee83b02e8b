import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { LEVELS } from '#core/actor.ts';
import { EXAMPLE } from '#core/example.ts';
import type { Compiled } from '#kernel/types.ts';
import { snapshot } from '#test/fence/snapshot.ts';
import { hasInput, inputOf as firstInput } from '#test/harness/inputs.ts';
import { SURFACES, type Ending, type Input } from '#test/isolation/surfaces.ts';
import {
  aboutNobody,
  createWorld,
  isPublic,
  namesOfExample,
  scopeOf,
  type World,
} from '#test/isolation/world.ts';

/** Operations that can't be called with an example of theirs. */
const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'core.registry': 'public, takes nothing and answers names of operations',
  'auth.oidc_start': 'needs an issuer: test/factors/federation.test.ts attacks it',
  'auth.oidc_finish': 'the same',
  'auth.oidc_link': 'the same',
  'auth.oidc_link_finish': 'the same',
};

// Only to name the tests; the operations that are called are the running API's.
const OPERATIONS = buildCatalogue().operations.filter((one) => !(one.operation.name in WITHOUT_EXAMPLES));
/** All that a tenant's credential can hold. */
const EVERYTHING = ['*', 'ownership:destroy'];
const PRIVATE = OPERATIONS.filter((one) => !isPublic(one));
const inputOf = ({ operation }: Compiled): Input => firstInput(operation);

describe('every operation has examples to attack it with', () => {
  for (const { operation } of buildCatalogue().operations) {
    it(operation.name, () => assert.ok(hasInput(operation) || operation.name in WITHOUT_EXAMPLES));
  }
});

for (const [surface, call] of Object.entries(SURFACES)) {
  describe(`by ${surface}, a tenant reaches its own things only`, () => {
    let world: World;
    let names: ReadonlySet<string>;
    let before_: Record<string, unknown>;
    const running = ({ operation }: Compiled): Compiled => world.t.api.kernel.catalogue.find(operation.name)!;
    const ask = (compiled: Compiled, token: string | undefined): Promise<Ending> =>
      call(world.t, { compiled: running(compiled), input: inputOf(compiled), token });

    before(async () => {
      world = await createWorld();
      names = await namesOfExample(world.query);
      before_ = await snapshot(world.query, EXAMPLE.tenant.id);
    });
    after(() => world.stop());

    for (const compiled of PRIVATE) {
      const { name } = compiled.operation;
      const scope = scopeOf(compiled);

      it(`${name}: not without login`, async () => {
        const { status, code, challenge } = await ask(compiled, undefined);
        assert.deepEqual({ status, code }, { status: 401, code: 'unauthenticated' });
        assert.match(challenge!, /^Bearer resource_metadata="http/);
        const wrong = await ask(compiled, `smk_${'x'.repeat(43)}`);
        assert.equal(wrong.status, 401);
        assert.match(wrong.challenge!, /^Bearer error="invalid_token"/);
      });

      if (scope === undefined) {
        it(`${name}: not for a tenant, whatever its scopes`, async () => {
          for (const scopes of [['*'], ['operator'], ['*:*', 'operator:destroy', name.replace('.', ':')]]) {
            const { token } = await world.key(scopes);
            const { status, code } = await ask(compiled, token);
            assert.deepEqual({ status, code }, { status: 403, code: 'forbidden' }, scopes.join());
          }
        });
      } else {
        const [noun, level] = scope.split(':') as [string, (typeof LEVELS)[number]];
        it(`${name}: with ${scope} and above, not below`, async () => {
          for (const [i, held] of LEVELS.entries()) {
            const { token } = await world.key([`${noun}:${held}`]);
            const { status, code } = await ask(compiled, token);
            if (i < LEVELS.indexOf(level)) assert.equal(code, 'insufficient_scope', held);
            else assert.ok(status !== 401 && status !== 403 && status < 500, `${held}: ${status} ${code}`);
          }
        });

        it(`${name}: not with other scopes, however much they look like it`, async () => {
          const others = world.t.api.kernel.catalogue.scopes.filter((one) => !one.startsWith(`${noun}:`));
          const odd = [
            noun,
            `${noun}:`,
            `${noun}:*`,
            '*:*',
            '**',
            '',
            ` ${scope}`,
            scope.toUpperCase(),
            `${scope}s`,
            `x${scope}`,
          ];
          const { token } = await world.key([...others, ...odd]);
          const { status, code, challenge } = await ask(compiled, token);
          assert.deepEqual({ status, code }, { status: 403, code: 'insufficient_scope' });
          if (challenge !== undefined) assert.ok(challenge.includes(`scope="${scope}"`), challenge);
        });
      }

      it(`${name}: what belongs to others is as if it weren’t there`, async () => {
        const attack = (input: Input): Promise<Ending> =>
          call(world.t, { compiled: running(compiled), input, token: world.own.key, inEarnest: true });
        for (const { input } of compiled.operation.examples as readonly { input: Input }[]) {
          const theirs = await attack(input);
          const instead = aboutNobody(input, names);
          if (instead) assert.deepEqual(theirs, await attack(instead));
          else if (theirs.status < 300) {
            // A list: nothing of the other's may be in it.
            const text = JSON.stringify(theirs.body);
            const leaked = [...names, EXAMPLE.contact.email, EXAMPLE.contact.name].filter((one) =>
              text.includes(one),
            );
            assert.deepEqual(
              leaked.filter((one) => !JSON.stringify(input).includes(one)),
              [],
            );
          }
        }
      });
    }

    it('has left the other tenant as it was', async () => {
      assert.deepEqual(await snapshot(world.query, EXAMPLE.tenant.id), before_);
    });
  });

  describe(`by ${surface}, a credential ends at once`, () => {
    let world: World;
    const ask = ({ operation }: Compiled, token: string): Promise<Ending> => {
      const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
      return call(world.t, { compiled, input: inputOf(compiled), token });
    };
    /** Of operations that tenants may call; the others refuse them anyway. */
    const tenants = PRIVATE.filter((one) => scopeOf(one) !== undefined);

    before(async () => {
      world = await createWorld();
    });
    after(() => world.stop());

    for (const [how, sql] of Object.entries({
      revoked: 'update core.api_keys set revoked_at = now() where id = $1',
      expired: `update core.api_keys set expires_at = now() - interval '1 second' where id = $1`,
      deleted: 'delete from core.api_keys where id = $1',
    })) {
      it(`when its key is ${how}, though it was believed a moment ago`, async () => {
        const { id, token } = await world.key(EVERYTHING);
        for (const compiled of tenants) assert.ok((await ask(compiled, token)).status < 500);
        await world.query(sql, [id]);
        for (const compiled of tenants) {
          const { status, code, challenge } = await ask(compiled, token);
          assert.deepEqual(
            { status, code },
            { status: 401, code: 'unauthenticated' },
            compiled.operation.name,
          );
          assert.match(challenge ?? '', /^Bearer error="invalid_token"/, compiled.operation.name);
        }
      });
    }

    it('when its company is suspended, but for the operator’s grant; and lives again with it', async () => {
      const { t, own } = world;
      const { token: key } = await world.key(EVERYTHING);
      const form = await t.request('POST /forms', {
        token: own.key,
        body: { name: 'Web', consentText: 'Sí' },
      });
      const grant = await t.request('POST /grants', {
        token: t.operatorKey,
        body: { tenant: own.slug, reason: 'x' },
      });
      const message = {
        form: form.body.id,
        name: 'Eva',
        email: 'eva@example.com',
        message: 'Hola',
        consent: true,
      };
      const send = (): Promise<{ status: number; body: { code?: string } }> =>
        t.request('POST /contact', { body: message });
      assert.equal((await send()).status, 200);
      for (const compiled of tenants) assert.notEqual((await ask(compiled, key)).code, 'tenant_suspended');

      assert.equal(
        (await t.request(`POST /tenants/${own.slug}/suspend`, { token: t.operatorKey })).status,
        200,
      );
      for (const compiled of tenants) {
        const { status, code } = await ask(compiled, key);
        assert.deepEqual(
          { status, code },
          { status: 403, code: 'tenant_suspended' },
          compiled.operation.name,
        );
        assert.notEqual(
          (await ask(compiled, grant.body.token)).code,
          'tenant_suspended',
          compiled.operation.name,
        );
      }
      assert.equal((await send()).body.code, 'tenant_suspended');
      assert.equal((await t.request(`GET /contact?form=${form.body.id}`)).body.code, 'tenant_suspended');
      assert.equal((await t.request('GET /contacts', { token: grant.body.token })).status, 200);

      assert.equal(
        (await t.request(`POST /tenants/${own.slug}/resume`, { token: t.operatorKey })).status,
        200,
      );
      for (const compiled of tenants) assert.notEqual((await ask(compiled, key)).code, 'tenant_suspended');
      assert.equal((await send()).status, 200);
    });
  });
}
