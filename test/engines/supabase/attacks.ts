import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import type { Scene } from './contract.ts';

/** What somebody would write who wants to leave the fence: grammar of PostgREST, of addresses and of SQL. */
const WORDS = (stranger: string): readonly string[] => [
  'or',
  'and',
  'not',
  'select',
  'order',
  'limit',
  'columns',
  'on_conflict',
  '*',
  'tenant_id',
  'id',
  'total',
  'customers',
  'customers!inner',
  'orders',
  'notes',
  'rpc/leak',
  'rpc',
  'customers(*)',
  '...customers(*)',
  'x:customers(*)',
  'id,customers(*)',
  'id)&or=(id.gt.0',
  `id&tenant_id=eq.${stranger}`,
  `or=(tenant_id.eq.${stranger})`,
  `(tenant_id.eq.${stranger},id.gt.0)`,
  `eq.1&tenant_id=eq.${stranger}`,
  `not.is.null`,
  `any`,
  `1);select 1;--`,
  `"`,
  `'`,
  '\\',
  'a->b',
  'a->>b',
  'id::text',
  'id.sum()',
  '%26or=(id.gt.0)',
  '?select=*',
  '../rpc/leak',
  '..%2Frpc%2Fleak',
  'customer_id',
  'customers.tenant_id',
  stranger,
  'null',
  'true',
  '{1,2}',
  '(1,2)',
];
const REFILL = 10;
const OPERATORS = ['eq', 'neq', 'gte', 'lte', 'like', 'in', 'is', 'eq', 'neq', 'gte', 'cs', 'fts', 'eq(any)'];

/** Picks the same for the same seed, in every run. */
function picker(seed: number) {
  let n = 0;
  const number = (): number =>
    createHash('sha256').update(`${seed} ${n++}`).digest().readUInt32BE(0) / 2 ** 32;
  const of = <T>(list: readonly T[]): T => list[Math.floor(number() * list.length)]!;
  return { number, of };
}

type Pick = ReturnType<typeof picker>;

function hostile({ number, of }: Pick, stranger: string): { name: string; body: Record<string, unknown> } {
  const words = WORDS(stranger);
  const word = (usual: readonly string[]): string => (number() < 0.12 ? of(words) : of(usual));
  const table = (): string => word(['orders', 'customers', 'orders', 'customers', 'orders', 'notes']);
  const column = (): string => word(['id', 'tenant_id', 'name', 'total', 'customer_id']);
  const value = (): unknown =>
    of<unknown>([of(words), 1, 2, 3, 4, 1, 2, 3, 4, null, true, [of(words), 4], `eq.${of(words)}`]);
  const some = <T>(make: () => T): T[] => Array.from({ length: Math.floor(number() * 3) }, make);
  const filters = some(() => ({
    column: column(),
    operator: of(OPERATORS),
    value: value(),
    not: number() < 0.4,
  }));
  const inner = () => ({
    table: table(),
    ...(number() < 0.3 && { as: column() }),
    ...(number() < 0.15 && { via: column() }),
    columns: number() < 0.8 ? ['*'] : [column()],
  });
  const name = of(['query', 'query', 'query', 'query', 'update', 'delete', 'insert']);
  const returning = number() < 0.8 ? ['*'] : [column()];
  const row = (): Record<string, unknown> => Object.fromEntries(some(() => [column(), value()]));
  switch (name) {
    case 'query':
      return {
        name,
        body: {
          table: table(),
          columns: returning,
          filters,
          embed: some(() => ({ ...inner(), ...(number() < 0.4 && { embed: some(inner) }) })),
          order: some(() => ({ column: column(), descending: true })),
        },
      };
    case 'insert':
      return { name, body: { table: table(), rows: [row()], returning } };
    case 'update':
      return { name, body: { table: table(), values: row(), filters, returning } };
    default:
      return { name, body: { table: table(), filters, returning } };
  }
}

/** However a call is put together, it shows nothing of another company's and changes nothing of it. */
export function supabaseAttacks(scene: () => Scene, rounds: number): void {
  it(`keeps ${rounds} odd calls inside the company`, async () => {
    const { world, side, own, other } = scene();
    const theirs = async (): Promise<unknown> => ({
      orders: (await side.rows('orders')).filter((row) => row['tenant_id'] !== own.id),
      customers: (await side.rows('customers')).filter((row) => row['tenant_id'] !== own.id),
      notes: await side.rows('notes'),
    });
    const before = await theirs();
    let served = 0;
    for (let seed = 1; seed <= rounds; seed++) {
      // What the company may do to its own rows must not run out.
      if (seed % REFILL === 0) {
        assert.deepEqual(await theirs(), before);
        await side.fill(own.id, other.id);
      }
      const { name, body } = hostile(picker(seed), other.id);
      const answer = await world.call(own, `POST /supabase/${name}`, body);
      const text = JSON.stringify({ ...answer.body, requestId: undefined });
      const said = JSON.stringify({ seed, name, body, answer: answer.body });
      assert.ok(answer.status < 500, said);
      assert.ok(!/secret|770077/.test(text), said);
      // Its id may come back only where the caller wrote it and is told that it is wrong.
      if (answer.status < 300) {
        served++;
        assert.ok(!text.includes(`"tenant_id":"${other.id}"`), said);
      }
    }
    assert.ok(served > rounds / 20, `only ${served} calls came as far as the tables`);
    assert.deepEqual(await theirs(), before);
  });
}
