import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTestApi } from '#test/harness/api.ts';

const LIMIT = 3;

it('guesses at tickets count against the address that they come from', async () => {
  const api = await createTestApi({ settings: { SMARTEROS_RATE_LIMIT_IP: String(LIMIT) } });
  const guess = () =>
    api.request('GET /login/engines/odoo/00000000-0000-7000-8000-000000000001/userinfo', {
      token: 'A'.repeat(43),
    });
  for (let n = 0; n < LIMIT; n += 1) assert.equal((await guess()).status, 401);
  const { status, headers } = await guess();
  assert.equal(status, 429);
  assert.ok(Number(headers['retry-after']) > 0);
  await api.stop();
});
