import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLE } from '#core/example.ts';
import { createWorld, ended, type World } from '#test/access/world.ts';
import { addPerson, type TestPerson } from '#test/harness/people.ts';

const png = Buffer.from(EXAMPLE.logo, 'base64');
const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64');

/** A PNG's beginning that claims a size. */
function claiming(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The smallest that each format's own decoders tell the size of. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010002001011100ffd9', 'hex');
const WEBP = Buffer.concat([
  Buffer.from('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f', 'latin1'),
  Buffer.from([0x1f, 0xc0, 0x07, 0x00, ...Array.from({ length: 12 }, () => 0)]),
]);

describe('how a company looks', () => {
  let world: World;
  let stranger: TestPerson;
  let path: string;
  const put = (data: string, by: TestPerson | undefined = world.owner) =>
    world.ask(`PUT ${path}/logo`, by, { data });
  const picture = (by: TestPerson | undefined, headers: Record<string, string> = {}) =>
    world.t.api.server.inject({
      url: `/app/logo/${world.company.slug}?v=1`,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(by && { cookie: `smarteros_session=${by.token}` }),
        ...headers,
      },
    });

  before(async () => {
    world = await createWorld();
    const other = await world.t.tenant();
    stranger = await addPerson(world.t, { in: [{ tenantId: other.id, role: 'owner' }] });
    path = `/tenants/${world.company.slug}`;
  });
  after(() => world.stop());

  it('is not for others, nor for roles below to change', async () => {
    const member = await world.member('member');
    assert.equal(ended(await put(EXAMPLE.logo, stranger)), '404 not_found');
    assert.equal(ended(await put(EXAMPLE.logo, member)), '403 insufficient_scope');
    assert.equal(ended(await world.ask(`PATCH ${path}`, stranger, { hue: 1 })), '404 not_found');
    assert.equal(ended(await world.ask(`PATCH ${path}`, member, { hue: 1 })), '403 insufficient_scope');
    assert.equal(ended(await world.ask(`DELETE ${path}/logo`, stranger)), '404 not_found');
    assert.equal(ended(await world.ask(`GET ${path}/logo`, world.owner)), '404 not_found');
  });

  it('takes no colour that isn’t one, and no language that nobody wrote', async () => {
    for (const body of [{ hue: -1 }, { hue: 360 }, { hue: 1.5 }, { hue: 'red' }, { language: 'fr' }])
      assert.equal(ended(await world.ask(`PATCH ${path}`, world.owner, body)), '400 invalid_input');
  });

  it('takes no logo that is too big, too wide, or no picture whatever it says', async () => {
    const big = Buffer.concat([png, Buffer.alloc(100 * 1024)]);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const refused = {
      too_big: base64(big),
      pixels: base64(claiming(2049, 1)),
      type: base64(svg),
    };
    for (const [code, data] of Object.entries(refused)) {
      const { status, body } = await put(data);
      assert.deepEqual([status, body.errors?.[0]?.code], [400, code]);
    }
    const shapeless = [
      base64(claiming(0, 5)),
      base64('GIF89a\x01\0\x01\0'),
      base64(png.subarray(0, 20)),
      base64(JPEG.subarray(0, 20)),
      base64(Buffer.from('ffd8ffff', 'hex')),
      base64(WEBP.subarray(0, 20)),
      base64(`<!doctype html>${png.toString('latin1')}`),
      '%%%%',
      '',
    ];
    for (const data of shapeless) assert.equal(ended(await put(data)), '400 invalid_input', data);
    assert.equal((await picture(world.owner)).statusCode, 404);
  });

  it('shows at a glance everywhere once it is set', async () => {
    const { body } = await world.ask(`PATCH ${path}`, world.admin, { hue: 150, language: 'en' });
    assert.deepEqual(
      [body.hue, body.language, body.name],
      [150, 'en', (await world.ask(`GET ${path}`, world.owner)).body.name],
    );
    const set = await put(EXAMPLE.logo);
    assert.equal(set.body.logo, EXAMPLE.tenant.logo);
    const me = (await world.ask('GET /auth/me', world.owner)).body.tenants[0];
    assert.deepEqual([me.hue, me.logo], [150, EXAMPLE.tenant.logo]);
    // Twice is once.
    assert.equal((await put(EXAMPLE.logo)).status, 200);
    const rows = await world.t.sql('select count(*)::int as n from app.logos');
    assert.deepEqual(rows, [{ n: 1 }]);
  });

  it('writes to people who never chose a language in its own', async () => {
    const { body } = await world.ask('POST /invitations', world.owner, {
      phone: '+56955550123',
      role: 'guest',
    });
    const [row] = await world.t.sql('select language from core.invitations where id = $1', [body.id]);
    assert.equal((row as { language: string }).language, 'en');
  });

  it('has a logo that browsers take for a picture only, shown to its own people', async () => {
    assert.equal((await picture(stranger)).statusCode, 403);
    assert.equal((await picture(undefined)).statusCode, 401);
    assert.equal((await picture(world.owner, { 'sec-fetch-site': 'cross-site' })).statusCode, 404);
    const { statusCode, headers, rawPayload } = await picture(world.owner);
    assert.equal(statusCode, 200);
    assert.deepEqual(rawPayload, png);
    assert.equal(headers['content-type'], 'image/png');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /default-src 'none'; sandbox/);
    assert.match(String(headers['cache-control']), /^private/);
    const again = await picture(world.owner, { 'if-none-match': String(headers['etag']) });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
  });

  it('takes what is a picture by its bytes', async () => {
    for (const [type, bytes] of [
      ['image/jpeg', JPEG],
      ['image/webp', WEBP],
    ] as const) {
      assert.equal((await put(base64(bytes))).status, 200, type);
      assert.equal((await picture(world.owner)).headers['content-type'], type);
    }
  });

  it('keeps one logo when many are set at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => put(base64(claiming(i + 1, 1)))));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    const { body } = await world.ask(`GET ${path}`, world.owner);
    const logo = await world.ask(`GET ${path}/logo`, world.owner);
    assert.equal(logo.body.logo, body.logo);
  });

  it('has none once it was taken away', async () => {
    const { body } = await world.ask(`DELETE ${path}/logo`, world.owner);
    assert.equal(body.logo, null);
    assert.equal((await picture(world.owner)).statusCode, 404);
  });
});
