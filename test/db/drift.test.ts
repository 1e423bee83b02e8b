import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drift } from './generate.ts';

describe('what is derived from the migrations', () => {
  it('fits them', async () => {
    assert.deepEqual(await drift(), []);
  });
});
