import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { buildCatalogue } from '#app/catalogue.ts';
import { strangersName } from './html.ts';
import { loginPage } from './login-page.ts';
import { LOGIN_SOURCE, SOLVER_SOURCE } from './login-script.ts';
import { safeNext } from './next.ts';
import { hasWords, scopeWords, withoutIncluded } from './scope-words.ts';

describe('pages', () => {
  it('lead after the login to paths of this site only', () => {
    for (const bad of [
      undefined,
      '',
      7,
      ['/a'],
      'https://evil.example',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/%2e%2e//evil.example',
      'javascript:alert(1)',
      ' /a',
      `/${'a'.repeat(3_000)}`,
    ])
      assert.equal(safeNext(bad), '/docs', JSON.stringify(bad));
    assert.equal(safeNext('/oauth/consent/abc?company=1'), '/oauth/consent/abc?company=1');
    assert.equal(safeNext('/a?next=https://evil.example'), '/a?next=https://evil.example');
  });

  it('carry no value unescaped', () => {
    const text = loginPage('en', '/"><script>alert(1)</script>');
    assert.ok(!text.includes('<script>'));
    assert.equal(text.match(/<script/g)!.length, 1);
    assert.match(text, /<script src="login\.js" defer><\/script>/);
    assert.doesNotMatch(LOGIN_SOURCE, /innerHTML|eval|document\.write/);
  });

  it('solve the challenge that a wave of guesses calls for', async () => {
    const solve = runInNewContext(`${SOLVER_SOURCE}solve`, { crypto, btoa }) as (
      one: Challenge,
    ) => Promise<string>;
    const challenge = await createChallenge({
      algorithm: 'SHA-256',
      cost: 5,
      keyPrefix: '00',
      deriveKey,
      hmacSignatureSecret: 'secret',
    });
    const solved = JSON.parse(atob(await solve(challenge))) as { challenge: Challenge; solution: Solution };
    assert.deepEqual(solved.challenge, challenge);
    const { verified } = await verifySolution({ ...solved, deriveKey, hmacSignatureSecret: 'secret' });
    assert.equal(verified, true);
    runInNewContext(`() => { ${LOGIN_SOURCE} }`, {});
  });

  it('keep the names of strangers on one line, short and in one direction', () => {
    assert.equal(strangersName(' A\n\u202Eb\u0000 \u200Bc '), 'A b c');
    assert.equal(strangersName('x'.repeat(200)).length, 81);
  });

  it('have words for every scope in both languages', () => {
    for (const scope of buildCatalogue().scopes) {
      assert.ok(hasWords(scope), `${scope}: say in scope-words.ts what a person reads`);
      assert.notEqual(scopeWords(scope, 'es'), scopeWords(scope, 'en'));
    }
    assert.deepEqual(withoutIncluded(['contacts:read', 'contacts:destroy', 'audit:read', 'contacts:write']), [
      'audit:read',
      'contacts:destroy',
    ]);
  });
});
