import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { TestApi } from './api.ts';

/** A company's address for GitHub, and so many deliveries there. */
export async function deliver(t: TestApi, token: string, count: number): Promise<void> {
  const made = await t.request('POST /incoming-hooks', { token, body: { engine: 'github' } });
  const { url, secret } = made.body as { url: string; secret: string };
  for (let number = 1; number <= count; number++) {
    const payload = JSON.stringify({ action: 'opened', number });
    const { statusCode } = await t.api.server.inject({
      method: 'POST',
      url: new URL(url).pathname,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'issues',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`,
      },
      payload,
    });
    assert.equal(statusCode, 204);
  }
}
