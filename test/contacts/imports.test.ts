import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Shop } from '#test/contacts/world.ts';

describe('imports', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const listed = async (query = ''): Promise<{ id: string; name: string; [k: string]: unknown }[]> =>
    (await shop.must(`GET /contacts?limit=200${query}`)).data;

  it('are refused without the scopes, and belong to their company', async () => {
    const other = await shop.t.tenant();
    const reader = await shop.must('POST /keys', { name: 'r', scopes: ['contacts:read'] });
    const writer = await shop.must('POST /keys', { name: 'w', scopes: ['contacts:write'] });
    assert.equal((await shop.ask('POST /imports', { content: 'a' }, reader.key)).status, 403);
    const { id } = await shop.must('POST /imports', { content: 'Nombre\nAna\n' });
    for (const route of [
      `GET /imports/${id}`,
      `GET /imports/${id}/errors`,
      `GET /imports/${id}/errors.csv`,
      `GET /imports/${id}/conflicts`,
    ])
      assert.equal((await shop.ask(route, undefined, other.key)).status, 404, route);
    for (const [route, body] of [
      [`POST /imports/${id}/start`, {}],
      [`POST /imports/${id}/preview`, {}],
      [`POST /imports/${id}/cancel`, {}],
      [`POST /imports/${id}/undo`, {}],
      [`POST /imports/${id}/parts`, { part: 2, content: 'x' }],
    ] as const)
      assert.equal((await shop.ask(route, body, other.key)).status, 404, route);
    assert.equal((await shop.ask(`POST /imports/${id}/undo`, {}, writer.key)).status, 403);
    const consent = { purpose: 'marketing', text: 'Acepto.', channel: 'paper' };
    const refused = await shop.ask(`POST /imports/${id}/start`, { consent }, writer.key);
    assert.equal(refused.body.code, 'insufficient_scope');
    assert.equal((await shop.ask(`POST /imports/${id}/undo`, {})).status, 409);
    assert.equal((await shop.must(`POST /imports/${id}/cancel`, {})).state, 'cancelled');
    assert.equal((await shop.ask(`POST /imports/${id}/start`, {})).status, 409);
  });

  it('read what Excel writes in Chile, tell each bad line exactly, and can be taken back', async () => {
    const old = await shop.must('POST /contacts', {
      name: 'Ya Estaba',
      email: 'ya@example.com',
      tags: ['antiguo'],
    });
    const was = await shop.book();
    const text = [
      'Razón Social;Correo;Teléfono;RUT;Etiquetas;Deuda',
      'Almacén "El Ñandú";ventas@nandu.cl;9 1234 5678;11.111.111-1;Cliente, VIP;1.234,50',
      ';sin@nombre.cl;;;;',
      '"Dos',
      'líneas";dos@example.com;;;;',
      'Sin Correo;no-es-correo;123;11.111.111-2;;x',
      'Ya Estaba S.A.;YA@example.com;;;nuevo;7',
      ';;;;;',
      '"Abierta;a@b.cl;;;;',
      'Última;ultima@example.com;;;;',
    ].join('\r\n');
    await shop.must('POST /contact-fields', { key: 'deuda', title: 'Deuda', type: 'number' });
    const bytes = Buffer.from(text, 'latin1');
    const done = await shop.import(bytes, { duplicates: 'update' }, 'excel.csv');
    assert.deepEqual(
      { ...done, id: 0, createdAt: 0, startedAt: 0, finishedAt: 0 },
      {
        id: 0,
        state: 'finished',
        format: 'csv',
        fileName: 'excel.csv',
        bytes: bytes.length,
        parts: 1,
        rows: 7,
        total: 7,
        created: 3,
        updated: 1,
        skipped: 0,
        failed: 3,
        undone: 0,
        conflicts: 0,
        failure: null,
        createdAt: 0,
        startedAt: 0,
        finishedAt: 0,
      },
    );
    const [found] = await listed('&q=nandu');
    assert.deepEqual(
      { ...found, id: 0, createdAt: 0 },
      {
        id: 0,
        name: 'Almacén "El Ñandú"',
        email: 'ventas@nandu.cl',
        phone: '+56912345678',
        taxId: '11111111-1',
        tags: ['cliente', 'vip'],
        fields: { deuda: 1234.5 },
        createdAt: 0,
        version: 1,
      },
    );
    assert.deepEqual((await listed('&field=deuda%3D1234.5')).length, 1);
    const updated = await shop.must(`GET /contacts/${old.id}`);
    assert.deepEqual(
      { name: updated.name, tags: updated.tags, fields: updated.fields, version: updated.version },
      { name: 'Ya Estaba S.A.', tags: ['antiguo', 'nuevo'], fields: { deuda: 7 }, version: 2 },
    );
    const errors = await shop.must(`GET /imports/${done.id}/errors`);
    assert.deepEqual(
      errors.data.map((one: { line: number; errors: { column: string; code: string }[] }) => [
        one.line,
        ...one.errors.map(({ column, code }) => `${column} ${code}`),
      ]),
      [
        [3, 'Razón Social required'],
        [6, 'Deuda number', 'Correo email', 'Teléfono phone', 'RUT check_digit'],
        [9, 'null quotes'],
      ],
    );
    assert.equal(errors.data[1].raw, 'Sin Correo;no-es-correo;123;11.111.111-2;;x');
    assert.equal(errors.data[2].raw, '"Abierta;a@b.cl;;;;');
    const file = await shop.must(`GET /imports/${done.id}/errors.csv`);
    assert.equal(file.text.split('\r\n').length, 1 + 1 + 4 + 1 + 1);
    const parts = await shop.desk.rows('select from app.import_parts where import_id = $1', [done.id]);
    assert.equal(parts.length, 0);

    const undone = await shop.undo(done.id);
    assert.deepEqual([undone.state, undone.undone, undone.conflicts], ['undone', 4, 0]);
    assert.deepEqual(await shop.book(), was);
    assert.equal((await shop.ask(`POST /imports/${done.id}/undo`, {})).body.state, 'undone');
  });

  it('leave alone, when undone, what a legal hold keeps, and tell it', async () => {
    const done = await shop.import('name,email\nLibre,libre@held.cl\nRetenido,retenido@held.cl\n');
    const [held] = await listed('&q=retenido@held.cl');
    const hold = { contactId: held!.id, basis: 'authority', reason: 'Oficio 12' };
    const { id: holdId } = await shop.must('POST /holds', hold);
    const undone = await shop.undo(done.id);
    assert.deepEqual([undone.undone, undone.conflicts], [1, 1]);
    const { data } = await shop.must(`GET /imports/${done.id}/conflicts`);
    assert.deepEqual(data, [{ id: held!.id, created: true }]);
    assert.equal((await shop.must(`GET /contacts/${held!.id}`)).name, 'Retenido');
    assert.equal((await listed('&q=libre@held.cl')).length, 0);
    await shop.must(`POST /holds/${holdId}/release`, {});
  });

  it('leave alone, when undone, what somebody changed since', async () => {
    const done = await shop.import('name,email\nUno,uno@example.com\nDos,dos2@example.com\n');
    const [two] = await listed('&q=dos2@example.com');
    await shop.must(`PATCH /contacts/${two!.id}`, { name: 'Dos, ahora' });
    const undone = await shop.undo(done.id);
    assert.deepEqual([undone.undone, undone.conflicts], [1, 1]);
    const conflicts = await shop.must(`GET /imports/${done.id}/conflicts`);
    assert.deepEqual(conflicts.data, [{ id: two!.id, created: true }]);
    assert.deepEqual((await listed('&q=uno@example.com')).length, 0);
    assert.equal((await listed('&q=dos2@example.com'))[0]!.name, 'Dos, ahora');
  });

  it('meet the same contact twice in a file, and skip or double it as asked', async () => {
    const text = 'nombre;rut\nRepetida;12.345.678-5\nRepetida Otra;12345678-5\n';
    const first = await shop.import(text);
    assert.deepEqual([first.created, first.skipped], [1, 1]);
    assert.deepEqual((await shop.import(text)).skipped, 2);
    const update = await shop.import(text, { duplicates: 'update' });
    assert.deepEqual([update.created, update.updated, update.skipped], [0, 1, 1]);
    assert.equal((await listed('&q=repetida'))[0]!['version'], 2);
    assert.equal((await shop.import(text, { duplicates: 'create' })).created, 2);
    const undone = await shop.undo(update.id);
    assert.deepEqual([undone.undone, undone.conflicts], [1, 0]);
  });

  it('read vCards of all three versions', async () => {
    const text = [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Ana María Pérez',
      'item1.EMAIL;PREF=2:otra@example.com',
      'EMAIL;PREF=1:ana.v@example.com',
      'TEL;VALUE=uri:tel:+56-9-8765-0001',
      'CATEGORIES:Amigos,Clientes',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=BA=C3=B1ez;Jos=C3=A9',
      'TEL;CELL:987650002',
      'END:VCARD',
      'basura',
      'BEGIN:VCARD',
      'VERSION:3.0',
      'ORG:Ferretería Sur\\, Ltda.;Ventas',
      'NOTE:una nota',
      '  doblada',
      'END:VCARD',
      'BEGIN:VCARD',
      'FN:Sin fin',
    ].join('\r\n');
    const done = await shop.import(text, {}, 'agenda.vcf');
    assert.deepEqual([done.format, done.created, done.failed], ['vcard', 3, 2]);
    const [ana] = await listed('&q=ana.v@example.com');
    assert.deepEqual([ana!['phone'], ana!['tags']], ['+56987650001', ['amigos', 'clientes']]);
    assert.equal((await listed('&q=nunez'))[0]!.name, 'José Ñúñez');
    assert.equal((await listed('&q=ferreteria'))[0]!.name, 'Ferretería Sur, Ltda.');
    const { data } = await shop.must(`GET /imports/${done.id}/errors`);
    assert.deepEqual(
      data.map((one: { line: number; errors: { code: string }[] }) => [one.line, one.errors[0]!.code]),
      [
        [14, 'vcard_outside'],
        [21, 'vcard_end'],
      ],
    );
  });

  it('write consents down with their proof, and withdraw them when undone', async () => {
    const consent = { purpose: 'marketing', text: 'Acepto ofertas.', channel: 'paper' };
    const text =
      'nombre,correo,acepta\nSí,si@example.com,Sí\nNo,no@example.com,no\nHoja,hoja@example.com,Hoja 12\n';
    const done = await shop.import(text, { consent });
    const given = await shop.must('GET /consents?purpose=marketing');
    assert.deepEqual(given.data.map((one: { evidence: string }) => one.evidence).toSorted(), [
      `import ${done.id} line 2`,
      `import ${done.id} line 4: Hoja 12`,
    ]);
    const [si] = await listed('&q=si@example.com');
    const status = `GET /consents/status?contactId=${si!.id}&purpose=marketing`;
    assert.equal((await shop.must(status)).valid, true);
    await shop.undo(done.id);
    assert.equal((await shop.must(status)).valid, false);
  });

  it('go on where a killed run came to, and end once however often they are pushed', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => `Persona ${i},persona${i}@kill.example`);
    const { id } = await shop.must('POST /imports', { content: `name,email\n${lines.join('\n')}\n` });
    await shop.must(`POST /imports/${id}/start`, {});
    await shop.must(`POST /imports/${id}/start`, {});
    const events = await shop.desk.rows<{ id: string }>(
      `select id from core.events where tenant_id = $1 and name = 'import.advanced' and data->>'id' = $2`,
      [shop.company.id, id],
    );
    assert.equal(events.length, 2);
    const ends = await Promise.allSettled(
      [...events, ...events].map((event) => shop.desk.run('imports.advance', shop.company.id, event.id)),
    );
    assert.ok(ends.some(({ status }) => status === 'fulfilled'));
    await shop.settle();
    const done = await shop.must(`GET /imports/${id}`);
    assert.deepEqual([done.state, done.rows, done.created], ['finished', 700, 700]);
    const told = await shop.desk.rows<{ n: number }>(
      `select count(distinct data->>'id')::int as n from core.events e
       where tenant_id = $1 and name = 'contact.created' and exists (select from app.import_changes c
         where c.tenant_id = e.tenant_id and c.import_id = $2 and c.contact_id = (e.data->>'id')::uuid)`,
      [shop.company.id, id],
    );
    assert.equal(told[0]!.n, 700);
  });

  it('leave nothing behind when their time is over', async () => {
    const { id } = await shop.import('name,email\nEva Rey,eva.rey@ejemplo.cl\nSin correo,no\n');
    const left = () =>
      shop.desk.rows(
        `select (select count(*)::int from app.imports where id = $1) as imports,
           (select count(*)::int from app.import_errors where import_id = $1) as errors,
           (select count(*)::int from app.import_changes where import_id = $1) as changes`,
        [id],
      );
    assert.deepEqual(await left(), [{ imports: 1, errors: 1, changes: 1 }]);
    await shop.desk.rows(`update app.imports set updated_at = now() - interval '31 days' where id = $1`, [
      id,
    ]);
    await shop.desk.run('retention.apply', shop.company.id);
    assert.deepEqual(await left(), [{ imports: 0, errors: 0, changes: 0 }]);
    assert.equal((await listed('&q=eva'))[0]!.name, 'Eva Rey');
  });

  it('take parts in their order only, once each', async () => {
    const { id } = await shop.must('POST /imports', { content: 'name\nAnt' });
    const add = (part: number, content: string) => shop.ask(`POST /imports/${id}/parts`, { part, content });
    assert.equal((await add(3, 'x')).status, 409);
    assert.equal((await add(2, 'onia Ríos\n')).status, 200);
    assert.equal((await add(2, 'onia Ríos\n')).status, 200);
    assert.equal((await add(2, 'other')).status, 409);
    await shop.must(`POST /imports/${id}/start`, {});
    await shop.settle();
    assert.equal((await listed('&q=antonia'))[0]!.name, 'Antonia Ríos');
  });

  it('say which mapping is wrong before anything is read', async () => {
    const { id } = await shop.must('POST /imports', { content: 'a;b\n1;2\n' });
    const start = async (mapping: object): Promise<unknown> => {
      const { status, body } = await shop.ask(`POST /imports/${id}/start`, { mapping });
      return [status, body.errors?.[0]?.code];
    };
    assert.deepEqual(await start({}), [400, 'name']);
    assert.deepEqual(await start({ c: 'name' }), [400, 'column']);
    assert.deepEqual(await start({ a: 'fields.nope' }), [400, 'field']);
    assert.deepEqual(await start({ a: 'name', b: 'consent' }), [400, 'required']);
    const preview = await shop.must(`POST /imports/${id}/preview`, { mapping: { a: 'name' } });
    assert.deepEqual(preview.lines[0].contact, { name: '1', tags: [] });
  });
});
