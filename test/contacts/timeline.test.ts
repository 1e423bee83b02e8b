import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Shop } from '#test/contacts/world.ts';

describe('what is known of a contact', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const kinds = (body: { data: { kind: string }[] }): string[] => body.data.map(({ kind }) => kind);

  it('stands in its timeline, page by page, as far as the caller may read it', async () => {
    const { id } = await shop.must('POST /contacts', { name: 'Eva', phone: '+56912340001' });
    await shop.must('POST /consents', { contactId: id, purpose: 'marketing', text: 'Sí', channel: 'paper' });
    await shop.must(`PATCH /contacts/${id}`, { name: 'Eva Ríos' });
    const twin = await shop.must('POST /contacts', { name: 'Eva R.' });
    await shop.must(`POST /contacts/${id}/merge`, { mergeIds: [twin.id] });
    const all = await shop.must(`GET /contacts/${twin.id}/timeline?limit=50`);
    for (const kind of ['contact.merged', 'contact.updated', 'consent.given', 'contact.created'])
      assert.ok(kinds(all).includes(kind), kind);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await shop.must(`GET /contacts/${id}/timeline?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.data.map((one: { source: string; id: string }) => `${one.source} ${one.id}`));
      cursor = page.nextCursor;
    }
    assert.deepEqual(
      paged,
      all.data.map((one: { source: string; id: string }) => `${one.source} ${one.id}`),
    );
    const { key } = await shop.must('POST /keys', { name: 'r', scopes: ['contacts:read'] });
    const little = await shop.ask(`GET /contacts/${id}/timeline?limit=50`, undefined, key);
    assert.deepEqual(
      [...new Set(little.body.data.map((one: { source: string }) => one.source))],
      ['contacts'],
    );
    const other = await shop.t.tenant();
    assert.equal((await shop.ask(`GET /contacts/${id}/timeline`, undefined, other.key)).status, 404);
  });

  it('has values of the company’s own fields, each checked by its type', async () => {
    const types = {
      texto: ['text', 'hola', ''],
      numero: ['number', 1.5, '1'],
      dia: ['date', '2026-02-28', '2026-02-30'],
      si: ['boolean', true, 'true'],
      uno: ['one_of', 'a', 'c'],
      varios: ['many_of', ['a', 'b'], ['a', 'c']],
      web: ['url', 'https://x.cl/', 'javascript:alert(1)'],
      correo: ['mail', 'a@b.cl', 'a@'],
      fono: ['phone', '+56912345678', '12'],
      rut: ['tax_id', '11111111-1', '11111111-2'],
    } as const;
    for (const [key, [type]] of Object.entries(types)) {
      const options = type === 'one_of' || type === 'many_of' ? ['a', 'b'] : [];
      await shop.must('POST /contact-fields', { key, title: key, type, options });
    }
    assert.equal(
      (await shop.ask('POST /contact-fields', { key: 'rut', title: 'x', type: 'text' })).status,
      409,
    );
    const good = Object.fromEntries(Object.entries(types).map(([key, [, value]]) => [key, value]));
    const made = await shop.must('POST /contacts', { name: 'Con campos', fields: good });
    assert.deepEqual(made.fields, good);
    for (const [key, [, , bad]] of Object.entries(types)) {
      const refused = await shop.ask('POST /contacts', { name: 'x', fields: { [key]: bad } });
      assert.deepEqual([refused.status, refused.body.errors?.[0]?.field], [400, `fields.${key}`]);
      const found = await shop.must(
        `GET /contacts?field=${encodeURIComponent(`${key}=${String([good[key]].flat()[0])}`)}`,
      );
      assert.deepEqual(
        found.data.map((one: { id: string }) => one.id),
        [made.id],
        key,
      );
    }
    const changed = await shop.must(`PATCH /contacts/${made.id}`, { fields: { texto: null, si: false } });
    assert.deepEqual(changed.fields, without(good, 'texto', { si: false }));
    assert.equal((await shop.must('GET /contacts?field=si%3Dtrue')).data.length, 0);
  });

  it('loses a field’s values with the field, and keeps those of an archived one', async () => {
    const { data } = await shop.must('GET /contact-fields');
    const idOf = (key: string): string => data.find((one: { key: string }) => one.key === key).id;
    await shop.must(`PATCH /contact-fields/${idOf('dia')}`, { archived: true });
    assert.equal(
      (await shop.ask('POST /contacts', { name: 'x', fields: { dia: '2026-01-01' } })).status,
      400,
    );
    await shop.must(`DELETE /contact-fields/${idOf('uno')}`);
    assert.equal(
      (await shop.ask('POST /contact-fields', { key: 'uno', title: 'x', type: 'text' })).status,
      409,
    );
    await shop.work('contact_field.dropped', 'contacts.drop_field');
    const [contact] = (await shop.must('GET /contacts?q=con%20campos')).data;
    assert.equal(contact.fields.uno, undefined);
    assert.equal(contact.fields.dia, '2026-02-28');
    assert.equal((await shop.must('GET /contacts?field=uno%3Da')).data.length, 0);
    await shop.must('POST /contact-fields', { key: 'uno', title: 'x', type: 'text' });
  });
});

const without = (of: object, key: string, more: object): object =>
  Object.fromEntries(Object.entries({ ...of, ...more }).filter(([name]) => name !== key));
