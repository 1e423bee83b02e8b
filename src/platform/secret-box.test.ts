import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createSecretBox } from './secret-box.ts';

const VALUES = { apiKey: 'k-123', password: 'ñandú' };

describe('the secret box', () => {
  const old = randomBytes(32);
  const box = createSecretBox([old]);
  const envelope = box.seal('tenant odoo', VALUES);

  it('opens what it sealed, for the same place only', () => {
    assert.deepEqual(box.open('tenant odoo', envelope), VALUES);
    assert.throws(() => box.open('tenant n8n', envelope));
    assert.ok(!Buffer.concat([envelope.sealed, envelope.wrapped]).includes('k-123'));
  });

  it('notices each changed bit', () => {
    for (const part of ['wrapped', 'sealed'] as const)
      for (let bit = 0; bit < envelope[part].length * 8; bit++) {
        const changed = Buffer.from(envelope[part]);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        assert.throws(() => box.open('tenant odoo', { ...envelope, [part]: changed }));
      }
  });

  it('wraps again under a newer key, after which the old one can go', () => {
    const fresh = randomBytes(32);
    const again = createSecretBox([fresh, old]).rewrap('tenant odoo', envelope);
    assert.deepEqual(again.sealed, envelope.sealed);
    assert.deepEqual(createSecretBox([fresh]).open('tenant odoo', again), VALUES);
    assert.throws(() => createSecretBox([fresh]).open('tenant odoo', envelope), /no key/);
  });

  it('knows whether a key that was proved is here', () => {
    const proof = box.prove();
    assert.ok(box.knows(proof));
    assert.ok(createSecretBox([randomBytes(32), old]).knows(proof));
    assert.ok(!createSecretBox([randomBytes(32)]).knows(proof));
    assert.ok(!box.knows({ ...proof, proof: randomBytes(60) }));
  });
});
