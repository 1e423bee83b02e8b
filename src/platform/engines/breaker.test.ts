import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBreaker } from './breaker.ts';

describe('a breaker', () => {
  it('lets everybody through until five tries in a row have failed', () => {
    const breaker = createBreaker();
    for (let i = 0; i < 4; i++) breaker.ended(true, 0);
    assert.equal(breaker.restMs(0), 0);
    breaker.ended(false, 0);
    for (let i = 0; i < 4; i++) breaker.ended(true, 0);
    assert.equal(breaker.restMs(0), 0);
    breaker.ended(true, 0);
    assert.equal(breaker.restMs(1), 4_999);
  });

  it('lets one look after a rest, and closes when that one succeeds', () => {
    const breaker = createBreaker();
    for (let i = 0; i < 5; i++) breaker.ended(true, 0);
    assert.equal(breaker.restMs(5_000), 0);
    assert.equal(breaker.restMs(5_001), 4_999);
    breaker.ended(false, 5_100);
    assert.equal(breaker.restMs(5_100), 0);
  });

  it('rests longer each time, up to a minute, and looks again for ever', () => {
    const breaker = createBreaker();
    for (let i = 0; i < 5; i++) breaker.ended(true, 0);
    let now = 0;
    let looks = 0;
    for (; now < 3_600_000; now += 500)
      if (breaker.restMs(now) === 0) {
        looks += 1;
        breaker.ended(true, now);
      }
    assert.ok(looks > 55 && looks < 70, `${looks} looks in an hour`);
    while (breaker.restMs(now) > 0) now += 500;
    breaker.ended(false, now);
    assert.equal(breaker.restMs(now), 0);
  });
});
