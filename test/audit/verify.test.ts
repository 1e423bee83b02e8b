import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SealedRow } from '#core/audit-chain.ts';
import { createAuditWorld, type AuditWorld } from './world.ts';

type Company = Awaited<ReturnType<AuditWorld['t']['tenant']>>;

describe('audit.verify', () => {
  let world: AuditWorld;
  let company: Company;
  let other: Company;
  let rows: SealedRow[];
  const verify = async (query = '', token = company.key) =>
    (await world.t.request(`GET /audit/verify${query}`, { token })).body;
  const checkpoint = async (token = company.key): Promise<string> =>
    (await world.t.request('POST /audit/checkpoints', { token, body: {} })).body.token;
  /** As the superuser; taken back afterwards. */
  async function tampered(sql: string, values: readonly unknown[], look: () => Promise<void>): Promise<void> {
    await world.sql('create table if not exists public.kept as select * from core.audit');
    await world.sql('create table if not exists public.kept_heads as select * from core.audit_heads');
    try {
      await world.sql(sql, values);
      await look();
    } finally {
      await world.sql('delete from core.audit');
      await world.sql('delete from core.audit_heads');
      await world.sql('insert into core.audit select * from public.kept');
      await world.sql('insert into core.audit_heads select * from public.kept_heads');
    }
  }

  before(async () => {
    world = await createAuditWorld();
    [company, other] = [await world.t.tenant(), await world.t.tenant()];
    for (const { id } of [company, other]) await world.write(id, 30);
    await world.seal();
    rows = await world.rows(company.id);
  });
  after(() => world.stop());

  it('is for those who may read the audit, of their own company', async () => {
    const blind = (await world.t.tenant({ scopes: ['contacts:read'] })).key;
    for (const route of [
      'GET /audit/verify',
      'GET /audit/export',
      'GET /audit/checkpoints',
      'POST /audit/checkpoints',
    ]) {
      assert.equal((await world.t.request(route)).status, 401, route);
      assert.equal((await world.t.request(route, { token: blind })).status, 403, route);
    }
    const reader = await world.t.request('POST /keys', {
      token: company.key,
      body: { name: 'reader', scopes: ['audit:read'] },
    });
    const post = { token: reader.body.key, body: {} };
    assert.equal((await world.t.request('POST /audit/checkpoints', post)).status, 403);
    const theirs = await checkpoint(other.key);
    assert.equal((await verify(`?checkpoint=${theirs}`)).errors[0].field, 'checkpoint');
    await world.seal();
    rows = await world.rows(company.id);
  });

  it('proves a whole chain, in parts as well, and tells what waits', async () => {
    const whole = await verify();
    assert.deepEqual(whole, {
      ok: true,
      checked: rows.length,
      from: 1,
      head: { number: rows.length, hash: rows.at(-1)!.hash },
      broken: null,
      unsealed: { count: 0, oldestSeconds: 0 },
      nextFrom: null,
    });
    let checked = 0;
    for (let from: number | null = 1; from !== null;) {
      const part = await verify(`?from=${from}&limit=7`);
      assert.equal(part.ok, true);
      checked += part.checked;
      from = part.nextFrom;
    }
    assert.equal(checked, rows.length);
    await tampered(
      `update core.audit set number = null, hash = null where tenant_id = $1 and number = $2`,
      [company.id, rows.length],
      async () => {
        const { ok, unsealed, broken } = await verify();
        assert.equal(unsealed.count, 1);
        assert.deepEqual([ok, broken], [false, { number: rows.length, id: null, what: 'missing' }]);
      },
    );
    const platform = await verify('', world.t.operatorKey);
    assert.ok(platform.ok && platform.checked > 1);
  });

  it('tells what happened to the first row that is wrong', async () => {
    for (const [sql, broken] of [
      [`update core.audit set action = 'x'`, { number: 10, id: rows[9]!.id, what: 'changed' }],
      [`delete from core.audit`, { number: 10, id: null, what: 'missing' }],
    ] as const) {
      await tampered(`${sql} where tenant_id = $1 and number = 10`, [company.id], async () =>
        assert.deepEqual((await verify()).broken, broken, sql),
      );
    }
    const cut = 'delete from core.audit where tenant_id = $1 and number >= 10';
    await tampered(cut, [company.id], async () =>
      assert.deepEqual((await verify()).broken, { number: 10, id: null, what: 'missing' }),
    );
  });

  it('tells rows that changed places, were slipped in, or taken out, from one that was changed', async () => {
    const renumber = (from: number, by: number) => `
      update core.audit set number = -number where tenant_id = '${company.id}' and number >= ${from};
      update core.audit set number = -number + ${by} where tenant_id = '${company.id}' and number < 0;`;
    const script = (sql: string, broken: unknown) =>
      tampered(sql, [], async () => assert.deepEqual((await verify()).broken, broken, sql));
    await script(
      `${renumber(10, 1)} insert into core.audit select tenant_id, '01960000-0000-7000-8000-00000000beef', at, actor_kind, actor_id, actor_name,
         action, operation, target, request_id, 10, hash from core.audit where tenant_id = '${company.id}' and number = 9`,
      { number: 10, id: '01960000-0000-7000-8000-00000000beef', what: 'inserted' },
    );
    await script(
      `delete from core.audit where tenant_id = '${company.id}' and number = 10; ${renumber(11, -1)}`,
      { number: 10, id: null, what: 'missing' },
    );
    await script(
      `${renumber(1_000, 0)} update core.audit set number = 999 where tenant_id = '${company.id}' and number = 10;
       update core.audit set number = 10 where tenant_id = '${company.id}' and number = 11;
       update core.audit set number = 11 where tenant_id = '${company.id}' and number = 999`,
      { number: 10, id: rows[10]!.id, what: 'reordered' },
    );
  });

  it('names the row of any flipped bit, in whatever column', async (test) => {
    const kinds = await world.sql<{ column: string; type: string }>(
      `select attname as column, format_type(atttypid, null) as type from pg_attribute
       where attrelid = 'core.audit'::regclass and attnum > 0 and not attisdropped`,
    );
    const flips: Readonly<Record<string, (column: string, bit: number) => string>> = {
      uuid: (c, bit) =>
        `encode(set_bit(uuid_send(${c}), ${bit % 128}, 1 - get_bit(uuid_send(${c}), ${bit % 128})), 'hex')::uuid`,
      bytea: (c, bit) =>
        `set_bit(${c}, ${bit} % (octet_length(${c}) * 8), 1 - get_bit(${c}, ${bit} % (octet_length(${c}) * 8)))`,
      'timestamp with time zone': (c, bit) =>
        `${c} + (case when ${bit} % 2 = 0 then 1 else -1 end) * (1::bigint << ${bit % 45}) * interval '1 microsecond'`,
      bigint: (c, bit) => `${c} # (1::bigint << ${bit % 63})`,
      // One bit of a byte that stays ASCII: what isn't UTF-8 can't be stored.
      text: (c, bit) =>
        `overlay(${c} placing chr((ascii(substr(${c}, 1 + ${bit} % length(${c}), 1)) # (1 << ${bit % 5}))) from 1 + ${bit} % length(${c}) for 1)`,
    };
    assert.deepEqual([...new Set(kinds.map(({ type }) => type))].toSorted(), Object.keys(flips).toSorted());
    let seed = Number(process.env['SEED'] ?? 20_260_302);
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (seed >>> 8) % below;
    };
    const picked = rows.filter(({ actorId, target }) => actorId !== null && target !== null);
    await world.sql('create table if not exists public.kept as select * from core.audit');
    let flipped = 0;
    for (const { column, type } of kinds) {
      for (let i = 0; i < 12; i++) {
        const row = picked[random(picked.length)]!;
        const bit = random(1 << 16);
        const expression = flips[type]!(`"${column}"`, bit);
        const changed = await world
          .sql<{ id: string }>(
            `update core.audit set "${column}" = ${expression} where tenant_id = $1 and id = $2 returning id`,
            [company.id, row.id],
          )
          // Taken already, or refused by the constraint: such a bit can't be flipped by SQL.
          .catch((error: Error & { code?: string }) =>
            error.code?.startsWith('23') ? [] : Promise.reject(error),
          );
        if (changed.length === 0) continue;
        flipped += 1;
        const { ok, broken } = await verify();
        assert.equal(ok, false, `${column} of ${row.number}, bit ${bit}`);
        assert.equal(
          broken.number,
          Number(row.number),
          `${column} of ${row.number}, bit ${bit}: ${JSON.stringify(broken)}`,
        );
        await world.sql(
          'delete from core.audit where tenant_id <> all (select tenant_id from public.kept) or id = $1 or (tenant_id = $2 and number = $3)',
          [changed[0]!.id, company.id, row.number],
        );
        await world.sql('delete from core.audit where id = $1', [row.id]);
        await world.sql('insert into core.audit select * from public.kept where id = $1', [row.id]);
        assert.equal((await verify()).ok, true, `${column}: put back`);
      }
    }
    test.diagnostic(`${flipped} bits flipped`);
    assert.ok(flipped > kinds.length * 10, String(flipped));
  });

  it('finds the end that was tampered with: of the chain, and of its head', async () => {
    const where = `where tenant_id = '${company.id}'`;
    const last = rows.length;
    for (const [sql, broken] of [
      [
        `update core.audit_heads set hash = set_bit(hash, 3, 1 - get_bit(hash, 3)) ${where}`,
        { number: last, id: null, what: 'head' },
      ],
      [
        `update core.audit_heads set number = number - 1 ${where}`,
        { number: last, id: rows.at(-1)!.id, what: 'inserted' },
      ],
      [
        `update core.audit_heads set number = number + 4 ${where}`,
        { number: last + 1, id: null, what: 'missing' },
      ],
      [`delete from core.audit_heads ${where}`, { number: 1, id: rows[0]!.id, what: 'inserted' }],
    ] as const)
      await tampered(sql, [], async () => assert.deepEqual((await verify()).broken, broken, sql));
  });

  it('finds by a checkpoint what was made anew as a whole', async () => {
    const token = await checkpoint();
    assert.equal((await verify(`?checkpoint=${token}`)).ok, true);
    const { number } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
      number: number;
    };
    const anew = `update core.audit set action = 'forged' where tenant_id = '${company.id}' and number = 5;
      update core.audit set number = null, hash = null where tenant_id = '${company.id}';
      delete from core.audit_heads where tenant_id = '${company.id}'`;
    await tampered(anew, [], async () => {
      await world.seal();
      assert.equal((await verify()).ok, true);
      const { ok, broken } = await verify(`?checkpoint=${token}`);
      assert.deepEqual([ok, broken.number, broken.what], [false, number, 'rewritten']);
    });
    const short = `delete from core.audit where tenant_id = '${company.id}' and number > 5;
      update core.audit_heads h set number = 5, hash = (select hash from core.audit a where a.tenant_id = h.tenant_id and number = 5)
      where tenant_id = '${company.id}'`;
    await tampered(short, [], async () => {
      assert.equal((await verify()).ok, true);
      assert.deepEqual((await verify(`?checkpoint=${token}`)).broken, { number, id: null, what: 'missing' });
    });
  });
});
