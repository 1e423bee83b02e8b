import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import type { Row } from './tables.ts';

/** What a suite runs against: PostgREST itself, or what plays it. */
export interface Side {
  /** Base address, and the service role's key for it. */
  readonly url: string;
  readonly key: string;
  readonly path: string;
  /** Puts the example rows there, of these two companies. */
  fill(own: string, other: string): Promise<void>;
  /** All rows of a table, whosever they are, by id. */
  rows(table: string): Promise<Row[]>;
  close?(): Promise<void>;
}

export interface Scene {
  readonly world: EngineWorld;
  readonly side: Side;
  readonly own: Company;
  readonly other: Company;
}

const FIRST = [{ column: 'id', operator: 'eq', value: 1 }];

/** The contract of the operations, the same for the engine and its stand-in. Each case begins with the example rows. */
export function supabaseContract(scene: () => Scene): void {
  const call = (name: string, body?: unknown) =>
    scene().world.call(
      scene().own,
      name === 'tables' ? 'GET /supabase/tables' : `POST /supabase/${name}`,
      body,
    );
  const refused = async (code: string, name: string, body: unknown): Promise<void> => {
    const answer = await call(name, body);
    assert.equal(answer.body.code, code, JSON.stringify(answer.body));
    assert.ok(!JSON.stringify(answer.body).includes('secret'), 'tells something of a stranger');
  };

  describe('supabase: the contract', () => {
    it('refuses a change without a filter, whatever else it says', async () => {
      await refused('invalid_input', 'update', { table: 'orders', values: { total: 0 }, filters: [] });
      await refused('invalid_input', 'update', { table: 'orders', values: { total: 0 } });
      await refused('invalid_input', 'delete', { table: 'orders', filters: [] });
      const totals = (await scene().side.rows('orders')).map(({ total }) => total);
      assert.deepEqual(totals, [4990, 15990, null, 770_077]);
    });

    it('shows a company its own rows, in pages, counted', async () => {
      const first = await call('query', {
        table: 'orders',
        columns: ['id'],
        order: [{ column: 'id' }],
        limit: 2,
        count: 'exact',
      });
      assert.deepEqual(first.body.data, [{ id: 1 }, { id: 2 }]);
      assert.equal(first.body.total, 3);
      const cursor = first.body.nextCursor;
      const second = await call('query', {
        table: 'orders',
        columns: ['id'],
        order: [{ column: 'id' }],
        limit: 2,
        cursor,
      });
      assert.deepEqual(second.body, { data: [{ id: 3 }], nextCursor: null, total: null });
      const beyond = await call('query', { table: 'orders', offset: 50, count: 'exact' });
      assert.deepEqual(beyond.body, { data: [], nextCursor: null, total: 3 });
    });

    it('joins tables without what is another company’s', async () => {
      const up = await call('query', {
        table: 'orders',
        columns: ['id'],
        embed: [{ table: 'customers', as: 'buyer', columns: ['name'] }],
        order: [{ column: 'id' }],
      });
      assert.deepEqual(up.body.data, [
        { id: 1, buyer: { name: 'Ana Pérez' } },
        { id: 2, buyer: { name: 'Ana Pérez' } },
        { id: 3, buyer: null },
      ]);
      const down = await call('query', {
        table: 'customers',
        columns: ['id'],
        embed: [{ table: 'orders', columns: ['id'], embed: [{ table: 'customers', columns: ['name'] }] }],
      });
      assert.equal(down.body.data.length, 1);
      assert.deepEqual(
        down.body.data[0].orders.map((one: Row) => one['id']),
        [1, 2],
      );
      await refused('engine_invalid', 'query', { table: 'customers', embed: [{ table: 'notes' }] });
    });

    it('filters as asked, odd characters included', async () => {
      const names = async (filter: object): Promise<string[]> =>
        (
          (await call('query', { table: 'customers', filters: [{ column: 'name', ...filter }] })).body
            .data as Row[]
        ).map(({ name }) => String(name));
      const odd = `a"b\\c,(d) &e=ñ%`;
      await call('insert', { table: 'customers', rows: [{ name: odd }] });
      assert.deepEqual(await names({ value: odd }), [odd]);
      assert.deepEqual(await names({ operator: 'in', value: [odd, 'x,y'] }), [odd]);
      assert.deepEqual(await names({ operator: 'like', value: 'Ana*' }), ['Ana Pérez']);
      assert.deepEqual(await names({ operator: 'ilike', value: 'ana*', not: true }), [odd]);
      assert.deepEqual(await names({ operator: 'is', value: null }), []);
      await refused('invalid_input', 'query', {
        table: 'customers',
        filters: [{ column: 'name', value: null }],
      });
    });

    it('writes rows of the company only', async () => {
      const made = await call('insert', {
        table: 'customers',
        rows: [{ name: 'Luis' }, { name: 'Eva' }],
        returning: ['name', 'tenant_id'],
      });
      assert.deepEqual(made.body.data, [
        { name: 'Luis', tenant_id: scene().own.id },
        { name: 'Eva', tenant_id: scene().own.id },
      ]);
      const changed = await call('update', {
        table: 'orders',
        values: { total: 1 },
        filters: FIRST,
        returning: ['id', 'total'],
      });
      assert.deepEqual(changed.body.data, [{ id: 1, total: 1 }]);
      const gone = await call('delete', { table: 'orders', filters: FIRST, returning: ['id'] });
      assert.deepEqual(gone.body.data, [{ id: 1 }]);
      assert.deepEqual((await call('delete', { table: 'orders', filters: FIRST })).body.data, []);
    });

    it('takes no other company’s rows for its own', async () => {
      const theirs = [{ column: 'id', operator: 'eq', value: 4 }];
      const before = await scene().side.rows('orders');
      assert.deepEqual((await call('query', { table: 'orders', filters: theirs })).body.data, []);
      assert.deepEqual(
        (await call('update', { table: 'orders', values: { total: 0 }, filters: theirs })).body.data,
        [],
      );
      assert.deepEqual((await call('delete', { table: 'orders', filters: theirs })).body.data, []);
      const tenant_id = scene().other.id;
      await refused('invalid_input', 'insert', {
        table: 'customers',
        rows: [{ name: 'x' }, { name: 'y', tenant_id }],
      });
      await refused('invalid_input', 'update', { table: 'orders', values: { tenant_id }, filters: FIRST });
      await refused('engine_conflict', 'insert', { table: 'orders', rows: [{ id: 4, total: 0 }] });
      assert.deepEqual(await scene().side.rows('orders'), before);
    });

    it('leaves tables alone that don’t say whose a row is', async () => {
      for (const name of ['query', 'delete'])
        await refused('engine_invalid', name, { table: 'notes', filters: FIRST });
      await refused('engine_invalid', 'insert', { table: 'notes', rows: [{ id: 9 }] });
      const { data } = (await call('tables')).body;
      assert.deepEqual(
        data.map((one: { name: string }) => one.name),
        ['customers', 'orders'],
      );
    });

    it('says in typed errors what is wrong, and no more', async () => {
      await refused('engine_not_found', 'query', { table: 'nothing' });
      await refused('engine_invalid', 'query', { table: 'orders', columns: ['nothing'] });
      await refused('engine_invalid', 'query', {
        table: 'orders',
        filters: [{ column: 'nothing', value: 1 }],
      });
      await refused('engine_invalid', 'insert', { table: 'customers', rows: [{ nothing: 1 }] });
      await refused('engine_invalid', 'insert', { table: 'customers', rows: [{ id: 77 }] });
      await refused('engine_conflict', 'insert', { table: 'orders', rows: [{ customer_id: 4711 }] });
      await refused('engine_conflict', 'insert', { table: 'customers', rows: [{ id: 1, name: 'x' }] });
    });
  });
}
