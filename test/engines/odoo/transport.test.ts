import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Said } from '#test/engines/stand-in.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { OdooCompany } from './company.ts';
import type { Version } from './stand-in/models.ts';
import { OdooServer } from './stand-in/server.ts';

const KEY = '5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed';
const ASKED = { model: 'res.partner', fields: ['name'] };

async function connected(version: Version) {
  const server = new OdooServer(version, 'master');
  let instead: Said | undefined;
  const url = await openStandIn((asked) => instead ?? server.answer(asked));
  const one = new OdooCompany({ url, shared: true, credentials: { masterPassword: 'master' }, settings: {} });
  await one.discover();
  await one.reach('present');
  server.seen.length = 0;
  return { server, one, say: (said: Said | undefined) => void (instead = said) };
}

describe('Odoo’s transports', () => {
  it('JSON-2 on 19, with the key', async () => {
    const { server, one } = await connected(19);
    await one.run('search_read', ASKED);
    await one.run('call', { model: 'res.partner', method: 'search_count', kwargs: { domain: [] } });
    assert.ok(
      server.seen.every((call) => call.startsWith('json2 ')),
      server.seen.join(),
    );
  });

  it('JSON-RPC on 19 for arguments by position, which JSON-2 can’t say', async () => {
    const { server, one } = await connected(19);
    await one.run('call', { model: 'res.partner', method: 'search_count', args: [[]] });
    assert.deepEqual(server.seen, ['jsonrpc res.partner.search_count']);
  });

  for (const version of [16, 17, 18] as const)
    it(`JSON-RPC on ${version}, also when it was taken for a 19`, async () => {
      const { server, one } = await connected(version);
      server.databases.get(one.state['database'] as string)!.keys.set(KEY, one.state['uid'] as number);
      one.secrets['apiKey'] = KEY;
      one.version = '19.0';
      const { data } = await one.run('search_read', ASKED);
      assert.ok(data.length > 0);
      assert.ok(server.seen.every((call) => call.startsWith('jsonrpc ')));
    });

  it('says what is wrong with pages, redirects, half answers and whoever stands in front', async () => {
    const { one, say } = await connected(19);
    const html = { 'content-type': 'text/html' };
    const json = { 'content-type': 'application/json' };
    const cases: readonly (readonly [Said, read: string, write: string])[] = [
      [
        { status: 200, headers: html, body: '<html>Welcome</html>' },
        'engine_unreachable',
        'engine_outcome_unknown',
      ],
      [
        { status: 303, headers: { ...html, location: '/web/login' } },
        'engine_unreachable',
        'engine_unreachable',
      ],
      [
        { status: 200, headers: json, body: '[{"id": 1, "na' },
        'engine_unreachable',
        'engine_outcome_unknown',
      ],
      [{ status: 429 }, 'engine_rate_limited', 'engine_rate_limited'],
      [
        { status: 500, headers: json, body: '{"name":"some.Thing"}' },
        'engine_unreachable',
        'engine_unreachable',
      ],
    ];
    await one.run('search_read', ASKED);
    for (const [said, read, write] of cases) {
      say(said);
      assert.equal(await one.codeOf('search_read', ASKED), read, JSON.stringify(said));
      const values = [{ name: 'x' }];
      assert.equal(await one.codeOf('create', { model: 'res.partner', values }), write, JSON.stringify(said));
      say(undefined);
    }
  });
});
