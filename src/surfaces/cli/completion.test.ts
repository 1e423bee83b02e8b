import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { cli } from './fake-api.ts';

/** What bash offers when Tab is pressed behind these words. */
function offered(script: string, line: readonly string[]): string[] {
  const words = line.map((word) => `'${word}'`).join(' ');
  const program = `${script}\nCOMP_WORDS=(smarteros ${words}); COMP_CWORD=${line.length}; _smarteros; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-uc', program], { encoding: 'utf8' }).trim().split('\n');
}

describe('completion', () => {
  it('offers categories, verbs and flags', async () => {
    const { code, out } = await cli(['completion']);
    assert.equal(code, 0);
    assert.deepEqual(offered(out, ['n']), ['notes']);
    assert.deepEqual(offered(out, ['notes', '']), ['create', 'delete', 'list', 'search-all']);
    assert.deepEqual(offered(out, ['notes', 'create', '--na']), ['--name']);
    assert.deepEqual(offered(out, ['notes', 'delete', 'n-1', '--y']), ['--yes']);
  });
});
