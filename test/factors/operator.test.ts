import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { dropSetupToken, newSetupToken } from '#platform/setup-token.ts';
import { createWorld, MINUTE, type World } from './world.ts';

const PATH = 'POST /auth/operator';

describe('the first operator', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  const isFresh = async (): Promise<boolean> => (await w.t.request('GET /')).body.fresh;
  const isOperator = async (who: { token: string }): Promise<boolean> =>
    (await w.as(who, 'GET /auth/me')).body.operator;

  it('is still to come until somebody has logged in, and then never again', async () => {
    assert.equal(await isFresh(), true);
    await w.person();
    assert.equal(await isFresh(), false);
    await w.rows('delete from identity.sessions');
    await w.rows('alter table identity.people rename to gone');
    assert.equal(await isFresh(), false, 'it asked the database again');
    await w.rows('alter table identity.gone rename to people');
  });

  it('is nobody without a login, and nobody without the right token', async () => {
    const token = newSetupToken(w.t.home);
    assert.equal((await w.t.request(PATH, { body: { token } })).status, 401);
    const { key } = await w.t.tenant();
    assert.equal((await w.t.request(PATH, { token: key, body: { token } })).status, 403);
    const who = await w.person();
    assert.equal((await w.as(who, PATH, {})).status, 400);
    const kept = readFileSync(join(w.t.home, 'setup.token'), 'utf8');
    assert.ok(!kept.includes(token));
    for (const wrong of ['x', kept.trim(), token.toLowerCase(), `${token}A`]) {
      const answer = await w.as(who, PATH, { token: wrong });
      assert.deepEqual([answer.status, answer.body.code], [403, 'setup_token_invalid'], wrong);
    }
    dropSetupToken(w.t.home);
    assert.equal((await w.as(who, PATH, { token })).body.code, 'setup_token_invalid');
    assert.equal(await isOperator(who), false);
    assert.deepEqual(
      (await w.audit(who.ugid)).filter((action) => action !== 'login.succeeded'),
      Array.from({ length: 5 }, () => 'person.operator_claim_refused'),
    );
  });

  it('waits after five wrong tokens, whoever shows them', async () => {
    const token = newSetupToken(w.t.home);
    assert.equal((await w.as(await w.person(), PATH, { token })).status, 429);
    w.clock.advance(MINUTE);
    assert.equal((await w.as(await w.person(), PATH, { token: 'x' })).status, 403);
    assert.equal((await w.as(await w.person(), PATH, { token })).status, 429);
    w.clock.advance(2 * MINUTE);
  });

  it('needs a fresh proof, and is not made by a dry run', async () => {
    const token = newSetupToken(w.t.home);
    const who = await w.person();
    const dry = await w.t.request(PATH, {
      token: who.token,
      body: { token },
      headers: { prefer: 'dry-run' },
    });
    assert.equal(dry.status, 200, JSON.stringify(dry.body));
    assert.equal(await isOperator(who), false);
    w.clock.advance(11 * MINUTE);
    assert.equal((await w.as(who, PATH, { token })).body.code, 'step_up_required');
    assert.equal((await w.as(await w.person(), PATH, { token: `${token}x` })).status, 403);
    w.clock.advance(10 * MINUTE);
  });

  it('is one of those who come with the newest link at once, and the only one', async () => {
    const older = newSetupToken(w.t.home);
    const token = newSetupToken(w.t.home);
    const people = await Promise.all([w.person(), w.person(), w.person(), w.person()]);
    assert.equal((await w.as(people[0], PATH, { token: older })).body.code, 'setup_token_invalid');
    w.clock.advance(9 * MINUTE);
    const answers = await Promise.all(people.map((who) => w.as(who, PATH, { token })));
    assert.equal(
      answers.filter(({ status }) => status === 200).length,
      1,
      JSON.stringify(answers.map(({ body }) => body)),
    );
    const operators = await Promise.all(people.map(isOperator));
    assert.equal(operators.filter(Boolean).length, 1);
    const first = people[operators.indexOf(true)]!;
    assert.ok((await w.audit(first.ugid)).includes('person.operator_claimed'));

    const late = await w.person();
    assert.notEqual((await w.as(late, PATH, { token })).status, 200, 'used twice');
    w.clock.advance(60 * MINUTE);
    const another = await w.person();
    const anew = newSetupToken(w.t.home);
    assert.equal((await w.as(another, PATH, { token: anew })).body.code, 'conflict');
    assert.equal(await isOperator(another), false);
    // Whoever takes the only operator's right away doesn't bring an old link back to life.
    await w.rows('update identity.people set operator = false');
    assert.equal((await w.as(another, PATH, { token })).body.code, 'setup_token_invalid');
  });
});
