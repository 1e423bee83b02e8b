import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { keysFile } from '#platform/secret-keys.ts';
import { SecretFileError } from '#platform/secrets.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

describe('the keys of secrets, when a process starts', () => {
  let first: TestApi;
  let file: string;
  let right: string;
  before(async () => {
    first = await createTestApi();
    file = keysFile(first.home);
    right = readFileSync(file, 'utf8');
  });
  after(() => first.stop());

  const start = async (): Promise<void> => {
    const again = await createTestApi({ beside: first });
    await again.stop();
  };
  const refused = (words: RegExp) =>
    assert.rejects(start(), (error: unknown) => {
      assert.ok(error instanceof SecretFileError, String(error));
      assert.match(error.message, words);
      assert.match(error.message, /Restore it from a backup/);
      return true;
    });

  it('are all needed that sealed something: none lost, none replaced', async () => {
    const [proof] = await first.sql<{ id: string }>('select id from core.secret_keys');
    rmSync(file);
    await refused(new RegExp(`lacks the key ${proof!.id}`));
    assert.equal(statSync(file, { throwIfNoEntry: false }), undefined, 'no other key took its place');
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await refused(/lacks the key/);
    writeFileSync(file, 'rubbish', { mode: 0o600 });
    await refused(/is damaged/);
    writeFileSync(file, right, { mode: 0o600 });
    await start();
  });

  it('prove themselves: the same name for another key is not enough', async () => {
    const [kept] = await first.sql<{ proof: Buffer }>('select proof from core.secret_keys');
    await first.sql('update core.secret_keys set proof = $1', [randomBytes(60)]);
    await refused(/lacks the key/);
    await first.sql('update core.secret_keys set proof = $1', [kept!.proof]);
    await start();
  });
});
