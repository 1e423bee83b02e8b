import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, toAttempt } from './verdict.ts';

const now = new Date('2026-03-02T12:00:00Z');
const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers, head: '' });
const minutes = (at: Date | null): number => (at ? (at.getTime() - now.getTime()) / 60_000 : -1);

describe('what follows from an attempt', () => {
  it('is success for 2xx and for nothing else', () => {
    for (const status of [200, 202, 204, 299])
      assert.equal(judge(answer(status), 1, now, 0).status, 'delivered');
    for (const status of [100, 199, 300, 301, 304, 307, 400, 404, 410, 429, 500, 503])
      assert.equal(judge(answer(status), 1, now, 0).status, 'waiting', String(status));
    for (const kind of ['timeout', 'blocked', 'tls', 'dns'] as const)
      assert.equal(judge(kind, 1, now, 0).status, 'waiting');
  });

  it('is eight attempts in 27.6 hours, a tenth more at the most', () => {
    const total = (random: number): number =>
      [1, 2, 3, 4, 5, 6, 7].reduce(
        (sum, tries) => sum + minutes(judge('refused', tries, now, random).dueAt),
        0,
      );
    assert.equal(Math.round(total(0) * 60), 99_305);
    assert.equal(Math.round(total(1) * 60), Math.round(99_305 * 1.1));
    assert.deepEqual(judge('refused', 8, now, 0), {
      status: 'failed',
      dueAt: null,
      pausedUntil: null,
      gone: false,
    });
  });

  it('is a pause for a busy receiver, of the length that it asks for, within bounds', () => {
    assert.equal(minutes(judge(answer(503), 1, now, 0).pausedUntil), 0.5);
    assert.equal(minutes(judge(answer(429, { 'retry-after': '120' }), 1, now, 0).pausedUntil), 2);
    assert.equal(minutes(judge(answer(429, { 'retry-after': '120' }), 1, now, 0).dueAt), 2);
    assert.equal(minutes(judge(answer(429, { 'retry-after': '999999' }), 1, now, 0).pausedUntil), 60);
    assert.equal(minutes(judge(answer(429, { 'retry-after': '999999' }), 1, now, 0).dueAt), 600);
    assert.equal(judge(answer(500, { 'retry-after': '120' }), 1, now, 0).pausedUntil, null);
    assert.equal(judge(answer(410), 1, now, 0).gone, true);
  });
});

describe('the log of an attempt', () => {
  it('keeps no secrets, and nothing that can’t be stored', () => {
    const headers = {
      'set-cookie': 'a=1',
      'x-api-key': 'k',
      'www-authenticate': 'Basic',
      server: 'x'.repeat(900),
    };
    const head = 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4= \0 whsec_AAAA \ud800 Bearer abc ok';
    const attempt = toAttempt({ status: 200, headers, head }, now, 12.7);
    assert.deepEqual(attempt, {
      at: now.toISOString(),
      ms: 13,
      status: 200,
      headers: { server: 'x'.repeat(200) },
      answer: '[redacted]  [redacted] \ufffd Bearer [redacted] ok',
    });
  });
});
