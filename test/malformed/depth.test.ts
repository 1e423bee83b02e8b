import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

describe('what is nested where any JSON is taken', () => {
  let t: TestApi;
  let key: string;
  before(async () => {
    t = await createTestApi();
    ({ key } = await t.tenant());
  });
  after(() => t.stop());

  const send = async (open: string, close: string, depth: number) => {
    const { statusCode, body } = await t.api.server.inject({
      method: 'POST',
      url: '/privacy/requests',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      payload: `{"kind":"access","requesterName":"Ana","channel":"phone","details":"x","patch":{"a":${open.repeat(depth)}1${close.repeat(depth)}}}`,
    });
    return {
      status: statusCode,
      error: (JSON.parse(body) as { errors?: { field: string; code: string }[] }).errors?.[0],
    };
  };

  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    it(`is refused by its field, not by the end of our stack: ${open}`, async () => {
      for (const depth of [64, 1_000, 20_000, 60_000]) {
        const { status, error } = await send(open, close, depth);
        assert.deepEqual([status, error?.field, error?.code], [400, 'patch', 'depth'], String(depth));
      }
      assert.notEqual((await send(open, close, 10)).error?.code, 'depth');
    });
  }
});
