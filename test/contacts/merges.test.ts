import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { activeHolds } from '#features/privacy/index.ts';
import { Shop } from '#test/contacts/world.ts';

describe('merging contacts', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const make = async (body: object): Promise<string> => (await shop.must('POST /contacts', body)).id;

  it('is refused without the scope, across companies, and with itself', async () => {
    const [a, b] = [await make({ name: 'A' }), await make({ name: 'B' })];
    const other = await shop.t.tenant();
    const writer = await shop.must('POST /keys', { name: 'w', scopes: ['contacts:write'] });
    const merge = (token: string, ids: string[]) =>
      shop.ask(`POST /contacts/${a}/merge`, { mergeIds: ids }, token);
    assert.equal((await merge(writer.key, [b])).status, 403);
    assert.equal((await merge(other.key, [b])).status, 404);
    assert.equal((await merge(shop.company.key, [a])).status, 400);
    const theirs = await shop.ask('POST /contacts', { name: 'C' }, other.key);
    assert.equal((await merge(shop.company.key, [theirs.body.id])).status, 404);
  });

  it('keeps what either knows, lets old ids lead on, and comes apart exactly', async () => {
    const form = await shop.must('POST /forms', { name: 'Web', consentText: 'Sí' });
    await shop.must('POST /contact', {
      form: form.id,
      name: 'Eva',
      email: 'eva@m.cl',
      message: 'Hola',
      consent: true,
    });
    const [{ id: loser }] = (await shop.must('GET /contacts?q=eva@m.cl')).data;
    const kept = await make({ name: 'Eva Ríos', phone: '+56912340000', tags: ['vip'] });
    const was = await shop.book();
    const merged = await shop.must(`POST /contacts/${kept}/merge`, { mergeIds: [loser] });
    assert.deepEqual(
      { ...merged.contact, createdAt: 0 },
      {
        id: kept,
        name: 'Eva Ríos',
        email: 'eva@m.cl',
        phone: '+56912340000',
        tags: ['vip', 'web'],
        createdAt: 0,
        version: 2,
      },
    );
    assert.equal((await shop.must(`GET /contacts/${loser}`)).id, kept);
    assert.equal((await shop.must('GET /contacts?q=eva@m.cl')).data.length, 1);
    assert.equal((await shop.must(`GET /consents?contactId=${kept}`)).data.length, 1);
    assert.equal((await shop.ask(`POST /contacts/${kept}/merge`, { mergeIds: [loser] })).status, 404);

    await shop.must(`POST /contact-merges/${merged.mergeId}/undo`, {});
    assert.deepEqual(await shop.book(), was);
    assert.equal((await shop.must(`GET /contacts/${loser}`)).id, loser);
    assert.equal((await shop.must(`GET /consents?contactId=${loser}`)).data.length, 1);
    assert.equal((await shop.ask(`POST /contact-merges/${merged.mergeId}/undo`, {})).status, 409);
  });

  it('comes apart from the outside in, and not over somebody’s changes unless told', async () => {
    const [a, b, c] = [
      await make({ name: 'Uno' }),
      await make({ name: 'Dos' }),
      await make({ name: 'Tres' }),
    ];
    const inner = await shop.must(`POST /contacts/${b}/merge`, { mergeIds: [a] });
    const outer = await shop.must(`POST /contacts/${c}/merge`, { mergeIds: [b] });
    assert.equal((await shop.must(`GET /contacts/${a}`)).id, c);
    assert.equal((await shop.ask(`POST /contact-merges/${inner.mergeId}/undo`, {})).status, 409);
    await shop.must(`PATCH /contacts/${c}`, { name: 'Otro' });
    assert.equal((await shop.ask(`POST /contact-merges/${outer.mergeId}/undo`, {})).status, 409);
    const apart = await shop.must(`POST /contact-merges/${outer.mergeId}/undo`, { keepChanges: true });
    assert.equal(apart.contact.name, 'Otro');
    await shop.must(`POST /contact-merges/${inner.mergeId}/undo`, {});
    assert.equal((await shop.must(`GET /contacts/${a}`)).name, 'Uno');
  });

  it('is allowed under a legal hold, which then keeps the contact that stayed', async () => {
    const [kept, loser, whole] = [
      await make({ name: 'Queda' }),
      await make({ name: 'Retenida' }),
      await make({ name: 'Entera' }),
    ];
    const hold = { contactId: loser, basis: 'legal_claim', reason: 'C-1-2026' };
    await shop.must('POST /holds', hold);
    const inner = await shop.must(`POST /contacts/${kept}/merge`, { mergeIds: [loser] });
    const outer = await shop.must(`POST /contacts/${whole}/merge`, { mergeIds: [kept] });
    const holding = async (): Promise<Set<string | null>> => {
      const { sql, values } = activeHolds(new Date());
      const rows = await shop.desk.rows<{ contactId: string | null }>(sql, values as unknown[]);
      return new Set(rows.map(({ contactId }) => contactId));
    };
    assert.deepEqual(await holding(), new Set([loser, kept, whole]));
    await shop.must(`POST /contact-merges/${outer.mergeId}/undo`, {});
    await shop.must(`POST /contact-merges/${inner.mergeId}/undo`, {});
    assert.deepEqual(await holding(), new Set([loser]));
  });

  it('looks for duplicates page by page, also where a page finds none, newest first', async () => {
    const ids: string[] = [];
    await make({ name: 'Gemela Uno', email: 'gemela@dup.cl', phone: '+56911112222', taxId: '33.333.333-3' });
    for (let i = 0; i < 12; i += 1) ids.push(await make({ name: `Xy${'abcdefghijkl'[i]!.repeat(9)}` }));
    const twin = await make({
      name: 'Gemela, Uno',
      email: 'gemela@dup.cl',
      phone: '+56911112222',
      taxId: '33.333.333-3',
    });
    assert.deepEqual([...ids, twin], [...ids, twin].toSorted(), 'what is made in order is listed in order');
    const pages: { data: { reasons: string[]; contacts: { name: string }[] }[] }[] = [];
    for (let cursor = ''; ;) {
      const page = await shop.must(`GET /contacts/duplicates?limit=5${cursor}`);
      pages.push(page);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    assert.ok(pages.length >= 3);
    const [first, second] = pages;
    const [pair] = first!.data;
    assert.deepEqual(
      [pair!.contacts.map(({ name }) => name), pair!.reasons.toSorted()],
      [
        ['Gemela Uno', 'Gemela, Uno'],
        ['email', 'name', 'phone', 'taxId'],
      ],
    );
    assert.deepEqual(second!.data, []);
  });

  it('suggests who may be the same, by value and by name', async () => {
    await make({ name: 'Bernardo O’Higgins Riquelme', email: 'bo@dup.cl' });
    await make({ name: 'Riquelme O’Higgins, Bernárdo' });
    await make({ name: 'Nadie Más', email: 'bo@dup.cl' });
    const { data } = await shop.must('GET /contacts/duplicates');
    const pairs = data.filter((one: { contacts: { name: string }[] }) =>
      one.contacts[0]!.name.startsWith('Bernardo'),
    );
    assert.deepEqual(pairs.flatMap((one: { reasons: string[] }) => one.reasons).toSorted(), [
      'email',
      'name',
    ]);
  });

  it('exports what it lists, with formulas made harmless', async () => {
    await make({ name: '=HYPERLINK("http://x")', tags: ['formula'] });
    const { text } = await shop.must('GET /contacts/export?tag=formula');
    assert.match(text, /,"'=HYPERLINK\(""http:\/\/x""\)",/);
    const cards = await shop.must('GET /contacts/export?format=vcard&tag=formula');
    assert.match(cards.text, /^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
  });
});
