import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { networkOf } from '#platform/limits.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

interface Reply {
  readonly status: number;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One more than this is too many. */
const QUOTA = 5;

/** The API with quotas for a test to use up; each test calls from addresses of its own. */
function limited(settings: Record<string, string>) {
  let t: TestApi;
  before(async () => {
    t = await createTestApi({ settings });
  });
  after(() => t.stop());
  const call = async (
    url: string,
    from: string,
    token?: string,
    more: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Reply> => {
    const { headers = {}, body } = more;
    const response = await t.api.server.inject({
      method: body === undefined ? 'GET' : 'POST',
      url,
      remoteAddress: from,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { payload: body }),
    });
    const code = /"code":"(\w+)"/.exec(response.body)?.[1];
    return { status: response.statusCode, code, headers: response.headers };
  };
  const times = async (n: number, one: () => Promise<Reply>): Promise<Reply[]> => {
    const replies: Reply[] = [];
    for (let i = 0; i < n; i++) replies.push(await one());
    return replies;
  };
  return { api: () => t, call, times };
}

function assertLimited({ status, code, headers }: Reply, name: string, quota = QUOTA): void {
  assert.deepEqual({ status, code }, { status: 429, code: 'rate_limited' });
  const wait = Number(headers['retry-after']);
  assert.ok(wait > 0 && wait <= 60, String(headers['retry-after']));
  assert.equal(headers['ratelimit-policy'], `"${name}";q=${quota};w=60`);
  assert.equal(headers['ratelimit'], `"${name}";r=0;t=${wait}`);
}

describe('strangers are limited by address', () => {
  const { api, call, times } = limited({ SMARTEROS_RATE_LIMIT_IP: String(QUOTA) });

  it('each with their own quota, told in every answer', async () => {
    for (let i = 1; i <= QUOTA; i++) {
      const { status, headers } = await call('/health', '198.51.100.1');
      assert.equal(status, 200);
      assert.match(String(headers['ratelimit']), new RegExp(`^"ip";r=${QUOTA - i};t=\\d+$`));
    }
    assertLimited(await call('/health', '198.51.100.1'), 'ip');
    assert.equal((await call('/health', '198.51.100.2')).status, 200);
  });

  it('whatever address their headers claim', async () => {
    const claims = [
      'x-forwarded-for',
      'x-real-ip',
      'forwarded',
      'cf-connecting-ip',
      'true-client-ip',
      'x-client-ip',
    ];
    let n = 0;
    await times(QUOTA, () =>
      call('/health', '198.51.100.3', undefined, { headers: { [claims[n++]!]: `203.0.113.${n}` } }),
    );
    assertLimited(
      await call('/health', '198.51.100.3', undefined, { headers: { 'x-forwarded-for': '203.0.113.99' } }),
      'ip',
    );
  });

  it('and by network where addresses are plenty', async () => {
    let n = 0;
    await times(QUOTA, () => call('/health', `2001:db8:1:2::${(n += 1)}`));
    assertLimited(await call('/health', '2001:db8:1:2:ffff:ffff:ffff:ffff'), 'ip');
    assert.equal((await call('/health', '2001:db8:1:3::1')).status, 200);
    const networks = {
      '::1': '0:0:0:0',
      '2001:db8::1': '2001:db8:0:0',
      '1:2:3:4:5:6:7:8': '1:2:3:4',
      'fe80::1%eth0': 'fe80:0:0:0',
      '::ffff:192.0.2.1': '192.0.2.1',
      '192.0.2.1': '192.0.2.1',
      '2001:db8:1:2::': '2001:db8:1:2',
    };
    for (const [ip, network] of Object.entries(networks)) assert.equal(networkOf(ip), network, ip);
  });

  it('and by what fails to log in, before anything else is looked at', async () => {
    const wrong = `smk_${'x'.repeat(43)}`;
    const body = '{ this is no JSON';
    const headers = { 'content-type': 'application/json' };
    const failed = await times(QUOTA, () => call('/contacts', '198.51.100.4', wrong, { body, headers }));
    // The last one that counts is told so; a broken body behind it was never read.
    assert.ok(failed.every(({ status }) => status === 401 || status === 429));
    assertLimited(await call('/contacts', '198.51.100.4', wrong, { body, headers }), 'ip');
    const { key } = await api().tenant();
    assertLimited(await call('/contacts', '198.51.100.4', key), 'ip');
    assert.equal((await call('/contacts', '198.51.100.5', key)).status, 200);
  });

  it('without locking out the keys that call from there', async () => {
    const { key } = await api().tenant();
    await times(QUOTA + 1, () => call('/health', '198.51.100.6'));
    assert.equal((await call('/contacts', '198.51.100.6', key)).status, 200);
    assert.equal((await call('/health', '198.51.100.6', key)).status, 200);
  });
});

describe('behind a trusted proxy', () => {
  const { call, times } = limited({
    SMARTEROS_RATE_LIMIT_IP: String(QUOTA),
    SMARTEROS_TRUSTED_PROXIES: '10.0.0.0/8',
  });
  const from = (client: string, proxy = '10.1.2.3'): Promise<Reply> =>
    call('/health', proxy, undefined, { headers: { 'x-forwarded-for': client } });

  it('the client’s address counts', async () => {
    await times(QUOTA, () => from('203.0.113.1'));
    assertLimited(await from('203.0.113.1'), 'ip');
    assert.equal((await from('203.0.113.2')).status, 200);
    // What the client itself put in front is not what the proxy saw.
    assertLimited(await from('203.0.113.77, 203.0.113.1'), 'ip');
  });

  it('but not from anybody else’s mouth', async () => {
    let n = 0;
    await times(QUOTA, () => from(`203.0.113.${(n += 100)}`, '192.0.2.9'));
    assertLimited(await from('203.0.113.250', '192.0.2.9'), 'ip');
  });
});

describe('keys and companies are limited', () => {
  const { api, call, times } = limited({ SMARTEROS_RATE_LIMIT_KEY: '20', SMARTEROS_RATE_LIMIT_TENANT: '30' });

  it('each key by its own quota, from wherever it calls', async () => {
    const { key } = await api().tenant();
    let n = 0;
    for (const { status, headers } of await times(20, () =>
      call('/contacts', `198.51.100.${(n += 1)}`, key),
    )) {
      assert.equal(status, 200);
      assert.match(String(headers['ratelimit-policy']), /^"key";q=20;w=60$/);
    }
    assertLimited(await call('/contacts', '198.51.100.99', key), 'key', 20);
    assert.equal((await call('/contacts', '198.51.100.99', (await api().tenant()).key)).status, 200);
  });

  it('a company by what all its keys use up together', async () => {
    const { key } = await api().tenant();
    const keys = [key];
    for (let i = 0; i < 2; i++) {
      const made = await api().request('POST /keys', { token: key, body: { name: 'more', scopes: ['*'] } });
      keys.push(made.body.key);
    }
    // The grant and first key of the fixture have used some of it.
    let n = 0;
    const replies = await times(30, () => call('/contacts', '198.51.100.1', keys[(n += 1) % keys.length]));
    assert.equal(replies[20]!.status, 200);
    assertLimited(replies.at(-1)!, 'tenant', 30);
    assert.equal((await call('/contacts', '198.51.100.1', (await api().tenant()).key)).status, 200);
  });
});
