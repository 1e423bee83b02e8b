import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Statement } from '#core/db.ts';
import { backend, openLab, reason, type Lab } from '#test/db/lab.ts';
import type { Pool } from './pool.ts';
import { begin, commit } from './records.ts';
import { statement } from './statement.ts';

const insert = (id: number | string): Statement<{ id: number }> =>
  statement('insert into lab.things (id, name) values ($1, $2) returning id', [id, `thing ${id}`]);
const ids = statement<{ id: number }>('select id from lab.things order by id');
const broken = statement('select nonsense from lab.things');
const prepared = statement<{ statement: string }>('select statement from pg_prepared_statements');

describe('batch', () => {
  let lab: Lab;
  let pool: Pool;
  before(async () => {
    lab = await openLab();
    pool = lab.pool();
  });
  beforeEach(async () => {
    await lab.admin.query('drop table if exists lab.things');
    await lab.admin.query('create table lab.things (id int primary key, name text)');
    await lab.admin.query('grant all on lab.things to smarteros_app');
  });
  after(() => lab.stop());

  const stored = async (): Promise<number[]> => (await pool.batch([ids]))[0].map((row) => row.id);

  it('answers the rows of each statement, also of the same one twice', async () => {
    for (let round = 0; round < 2; round++) {
      const one = round * 2 + 1;
      const [first, second, none, all] = await pool.batch([
        insert(one),
        insert(one + 1),
        statement('update lab.things set name = name where false'),
        ids,
      ]);
      assert.deepEqual([first, second, none], [[{ id: one }], [{ id: one + 1 }], []]);
      assert.equal(all.length, one + 1);
    }
  });

  it('takes no statements, an empty one, and many', async () => {
    assert.deepEqual(await pool.batch([]), []);
    assert.deepEqual(await pool.batch([statement('')]), [[]]);
    const many = Array.from({ length: 200 }, (_, i) => insert(i));
    assert.deepEqual(
      await pool.batch(many),
      many.map((_, i) => [{ id: i }]),
    );
  });

  it('reads many rows', async () => {
    const count = 20_000;
    const [rows] = await pool.batch([
      statement<{ i: number }>('select i, repeat($2, 20) as pad from generate_series(1, $1::int) i', [
        count,
        'ñ',
      ]),
    ]);
    assert.equal(rows.length, count);
    assert.deepEqual(rows.at(-1), { i: count, pad: 'ñ'.repeat(20) });
  });

  it('is all or nothing, and leaves the connection usable', async () => {
    const [[first]] = await pool.batch([backend]);
    for (const failing of [broken, insert(1), insert('x'), statement('select 1 / ($1::int)', [0])]) {
      await reason(pool.batch([insert(1), insert(2), failing, insert(3)]));
      assert.deepEqual(await stored(), []);
    }
    assert.deepEqual((await pool.batch([backend]))[0], [first]);
  });

  it('prepares anew what a failed batch may have left prepared', async () => {
    const fresh = lab.pool();
    const later = statement<{ two: number }>('select $1::int + 1 as two', [1]);
    for (const order of [
      [later, broken],
      [broken, later],
    ]) {
      await reason(fresh.batch(order));
    }
    assert.deepEqual(await fresh.batch([later, later]), [[{ two: 2 }], [{ two: 2 }]]);
  });

  it('reports what only the commit finds wrong', async () => {
    await lab.admin.query(
      'alter table lab.things add parent int references lab.things deferrable initially deferred',
    );
    const error = await reason(pool.batch([statement('insert into lab.things (id, parent) values (1, 2)')]));
    assert.equal(error.name, 'ConstraintError');
    assert.deepEqual(await stored(), []);
  });

  it('keeps a bounded number of statements prepared', async () => {
    const fresh = lab.pool();
    const shape = (i: number): Statement<{ n: number }> => statement(`select ${i} as n`);
    for (let i = 0; i < 600; i += 100) await fresh.batch(Array.from({ length: 100 }, (_, j) => shape(i + j)));
    const [rows] = await fresh.batch([prepared]);
    assert.equal(rows.length, 500);
    assert.deepEqual(await fresh.batch([shape(0), shape(599), shape(0)]), [
      [{ n: 0 }],
      [{ n: 599 }],
      [{ n: 0 }],
    ]);
  });

  describe('when what is prepared went stale', () => {
    const stale: Record<string, { spoil: string; use: Statement; gives: unknown }> = {
      'everything was deallocated': { spoil: 'deallocate all', use: ids, gives: [{ id: 7 }] },
      'the type of a result changed': {
        spoil: 'alter table lab.things alter id type text',
        use: ids,
        gives: [{ id: '7' }],
      },
      'a column came to select *': {
        spoil: `alter table lab.things add colour text default 'red'`,
        use: statement('select * from lab.things'),
        gives: [{ id: 7, name: 'thing 7', colour: 'red' }],
      },
      'the type of a parameter changed': {
        spoil: 'alter table lab.things alter name type bytea using convert_to(name, $$utf8$$)',
        use: statement('select id from lab.things where name = $1', ['thing 7']),
        gives: [{ id: 7 }],
      },
    };
    for (const [name, { spoil, use, gives }] of Object.entries(stale)) {
      it(`sends the batch again: ${name}`, async () => {
        await pool.batch([insert(7), use]);
        if (spoil === 'deallocate all') await pool.batch([statement(spoil)]);
        else await lab.admin.query(spoil);
        const write = statement(`insert into lab.things (id, name) values ('8', 'x')`);
        const [, , rows] = await pool.batch([statement('select 1'), write, use]);
        assert.deepEqual(
          (rows as { id: unknown }[]).filter(({ id }) => String(id) === '7'),
          gives,
        );
        assert.equal((await lab.admin.query('select from lab.things')).rowCount, 2);
      });
    }

    it('tells an interactive transaction to come again', async () => {
      await pool.batch([ids]);
      await lab.admin.query('alter table lab.things alter id type bigint');
      const work = (): Promise<unknown> =>
        pool.connected(async (batch) => {
          await batch([begin, insert(1)]);
          const [rows] = await batch([ids]);
          await batch([commit]);
          return rows;
        });
      assert.equal((await reason(work())).code, 'unavailable');
      assert.deepEqual(await work(), [{ id: 1 }]);
    });

    it('gives up on what is really wrong', async () => {
      await pool.batch([ids]);
      await lab.admin.query('alter table lab.things rename id to number');
      assert.equal((await reason(pool.batch([ids]))).code, '42703');
      await lab.admin.query('alter table lab.things rename number to id');
      assert.deepEqual(await stored(), []);
    });
  });
});
