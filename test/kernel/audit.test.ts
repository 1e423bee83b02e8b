import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { EXAMPLE } from '#core/example.ts';
import { PLATFORM } from '#core/platform.ts';
import { createWorld, isWrite, KEY, KEY_ID, type World } from '#test/kernel/world.ts';

interface Entry {
  readonly tenant_id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly operation: string;
  readonly target: string | null;
  readonly request_id: string;
}

const ACTORS = {
  key: { actor_kind: 'key', actor_id: KEY_ID, actor_name: 'Second' },
  operator: { actor_kind: 'operator', actor_id: null, actor_name: 'operator' },
  person: { actor_kind: 'person', actor_id: EXAMPLE.person.ugid, actor_name: EXAMPLE.person.name },
  anonymous: { actor_kind: 'anonymous', actor_id: null, actor_name: 'anonymous' },
} as const;

describe('the audit', () => {
  let world: World;
  const entries = (requestId: string): Promise<Entry[]> =>
    world.rows<Entry>(
      'select tenant_id, actor_kind, actor_id, actor_name, action, operation, target, request_id from core.audit where request_id = $1 order by tenant_id',
      [requestId],
    );
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  for (const { operation } of buildCatalogue().operations.filter(isWrite)) {
    it(`has who did ${operation.name}, where and to what`, async () => {
      await world.restore();
      const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
      const as = operation.examples[0]!.as ?? 'key';
      const answer = await world.example(compiled, { 'x-request-id': 'the-act' });
      assert.ok(answer.status < 300);
      const { body } = answer;
      const found = await entries('the-act');
      const common = {
        action: operation.audit!,
        operation: operation.name,
        request_id: 'the-act',
        ...ACTORS[as],
      };
      // Whom an act upon a login concerns is found out while it runs: the login, and the companies of its owner.
      const identity = compiled.operation.realm === 'identity';
      const concerned = identity && found.length > 1 ? EXAMPLE.tenant.id : [];
      const about = compiled.operation.concerns?.(answer.body as never) ?? concerned;
      const tenants = as === 'operator' || identity ? [PLATFORM.id, ...[about].flat()] : [EXAMPLE.tenant.id];
      const { person, member } = EXAMPLE;
      const target = found[0]?.target ?? null;
      const { outside } = compiled.operation;
      const input = operation.examples[0]!.input as { id?: unknown };
      const targets: unknown[] = outside
        ? [outside.target?.(input as never) ?? body.id ?? input.id ?? null]
        : concerned.length > 0
          ? [body.id, person.ugid, member.ugid]
          : [body.id ?? body.ugid ?? body.contact?.id ?? null, ...(body.contact ? [EXAMPLE.mergeId] : [])];
      assert.ok(targets.includes(target), `target ${target}`);
      // An act in an engine is written down before it is done as well.
      const actions = outside ? ['engine.called', operation.audit!] : [operation.audit!];
      assert.deepEqual(
        found.toSorted((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action)),
        actions.flatMap((action) =>
          tenants.toSorted().map((tenant_id) => ({ tenant_id, ...common, action, target })),
        ),
      );
    });
  }

  it('has nothing of what failed, was only read, or was a dry run', async () => {
    await world.restore();
    const request: typeof world.t.request = (...call) => world.t.request(...call);
    const headers = { 'x-request-id': 'no-act' };
    await request('GET /contacts', { token: KEY, headers });
    await request('POST /contacts', { token: KEY, body: { name: '' }, headers });
    await request('DELETE /contacts/01960000-0000-7000-8000-00000000dead', { token: KEY, headers });
    await request('POST /contacts', {
      token: KEY,
      body: { name: 'x' },
      headers: { ...headers, prefer: 'dry-run' },
    });
    assert.deepEqual(await entries('no-act'), []);
  });

  it('tells the operator inside a company from the company', async () => {
    world.clock.catchUp();
    const body = { tenant: EXAMPLE.tenant.slug, reason: 'Support' };
    const grant = await world.t.request('POST /grants', { token: world.t.operatorKey, body });
    await world.t.request('POST /contacts', {
      token: grant.body.token,
      body: { name: 'x' },
      headers: { 'x-request-id': 'entered' },
    });
    const [entry] = await entries('entered');
    assert.deepEqual(
      [entry!.actor_kind, entry!.actor_id, entry!.actor_name],
      ['grant', grant.body.id, 'operator'],
    );
    // And the company reads it.
    const [shown] = (await world.t.request('GET /audit', { token: KEY })).body.data;
    assert.deepEqual(shown.actor, { kind: 'grant', id: grant.body.id, name: 'operator' });
    const opened = await world.t.request('GET /audit?action=grant.opened', { token: KEY });
    assert.equal(opened.body.data[0].target, grant.body.id);
  });
});
