import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { deriveSecret, masterSecret, operatorKey, SecretFileError } from '#platform/secrets.ts';

const base = mkdtempSync(join(tmpdir(), 'smarteros-secrets-'));
let home = base;

describe('secrets', () => {
  beforeEach(() => {
    home = mkdtempSync(join(base, 'home-'));
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('makes the master secret once, for its owner only', () => {
    const first = masterSecret({ home });
    assert.equal(first.length, 32);
    assert.deepEqual(masterSecret({ home }), first);
    assert.equal(statSync(join(home, 'secret.key')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(home), ['secret.key']);
  });

  it('prefers the configured secret and writes nothing', () => {
    const secret = 's'.repeat(32);
    assert.deepEqual(masterSecret({ home, secret }), Buffer.from(secret));
    assert.deepEqual(readdirSync(home), []);
  });

  it('refuses a key file that others can read', () => {
    const path = join(home, 'secret.key');
    masterSecret({ home });
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path, mode);
      assert.throws(
        () => masterSecret({ home }),
        (error: Error) => {
          assert.ok(error instanceof SecretFileError);
          assert.match(error.message, /chmod 600/);
          assert.equal(error.message.includes(readFileSync(path, 'utf8').trim()), false);
          return true;
        },
      );
    }
  });

  it('refuses a damaged key instead of replacing it', () => {
    writeFileSync(join(home, 'secret.key'), 'abc\n', { mode: 0o600 });
    assert.throws(() => masterSecret({ home }), /damaged/);
    writeFileSync(join(home, 'operator.key'), '', { mode: 0o600 });
    assert.throws(() => operatorKey(home), /damaged/);
  });

  it('derives independent secrets', () => {
    const secret = Buffer.alloc(32, 1);
    assert.equal(deriveSecret(secret, 'a'), deriveSecret(secret, 'a'));
    assert.notEqual(deriveSecret(secret, 'a'), deriveSecret(secret, 'b'));
    assert.notEqual(deriveSecret(secret, 'a'), deriveSecret(Buffer.alloc(32, 2), 'a'));
    assert.match(deriveSecret(secret, 'a'), /^[\w-]{43}$/);
    // Pinned: another answer would lock every existing installation out of its own database.
    assert.equal(deriveSecret(secret, 'pinned'), 'ryK3_TpqcuUFCRYQejbHCqtNjb9W5UiovpI91dc595Y');
  });

  it('makes the operator key once', () => {
    const key = operatorKey(home);
    assert.match(key, /^smo_[\w-]{43}$/);
    assert.equal(operatorKey(home), key);
    assert.equal(statSync(join(home, 'operator.key')).mode & 0o777, 0o600);
  });
});
