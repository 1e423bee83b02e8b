import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createChallenge, solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { TIERS } from '#features/identity/otp/budget.ts';
import { callTool } from '#test/harness/mcp.ts';
import { createOtpWorld, HOUR_MS, network, payload, solve, type OtpWorld } from '#test/otp/world.ts';
// oxlint-disable-next-line house/rooms -- the console is a program of its own, whose solver is tried here
import { solve as solveInBrowser } from '../../console/lib/api/proof-of-work.ts';

describe('the proof of work', () => {
  let world: OtpWorld;
  let people = 0;
  let to = '';
  before(async () => {
    world = await createOtpWorld();
  });
  after(() => world.stop());
  beforeEach(async () => {
    people += 1;
    to = `+5695${String(people).padStart(3, '0')}${String(people).padStart(4, '0')}`;
    await world.query(
      `insert into identity.counters (name, slot, n) values ('otp failed 6', date_trunc('hour', $1::timestamptz), $2)
       on conflict do nothing`,
      [world.now(), TIERS[0].failures],
    );
  });

  async function challenge(phone = to): Promise<Challenge> {
    const { status, body } = await world.send(phone, network(people));
    assert.deepEqual([status, body.code], [403, 'challenge_required']);
    return body.data.challenge as Challenge;
  }
  const send = async (solution: string, phone = to): Promise<string | number> => {
    const { status, body } = await world.send(phone, network(people), solution);
    return status === 200 ? 200 : body.code;
  };

  it('is ALTCHA’s: its own solver solves it', async () => {
    const asked = await challenge();
    const solution = await solveChallenge({ challenge: asked, deriveKey });
    assert.equal(await send(payload(asked, solution)), 200);
  });

  it('is solved by the console', async () => {
    assert.equal(await send(await solveInBrowser(await challenge())), 200);
  });

  it('tells nobody’s number', async () => {
    assert.doesNotMatch(JSON.stringify(await challenge()), new RegExp(to.slice(4)));
  });

  it('counts once, of 20 who hand it in at the same time for codes half a minute apart', async () => {
    const solution = solve(await challenge());
    const all = await Promise.all(Array.from({ length: 20 }, () => send(solution)));
    assert.equal(all.filter((one) => one === 200).length, 1);
    world.advance(31_000);
    assert.equal(await send(solution), 'challenge_required');
  });

  it('is not used up by a request that is refused for something else', async () => {
    const solution = solve(await challenge());
    await world.query(
      `insert into identity.counters (name, slot, n) values ('otp sent', date_trunc('hour', $1::timestamptz), 1000000)
       on conflict (name, slot) do update set n = counters.n + 1000000`,
      [world.now()],
    );
    assert.equal(await send(solution), 'rate_limited');
    await world.query(`delete from identity.counters where name = 'otp sent'`);
    assert.equal(await send(solution), 200);
  });

  it('counts for its own number only', async () => {
    assert.equal(await send(solve(await challenge('+56961234567'))), 'challenge_required');
  });

  it('counts for ten minutes', async () => {
    const solution = solve(await challenge());
    world.advance(HOUR_MS / 6);
    assert.equal(await send(solution), 'challenge_required');
  });

  it('is refused in any form but the right one, without an error of ours', async () => {
    const asked = await challenge();
    const right = JSON.parse(Buffer.from(solve(asked), 'base64').toString()) as {
      solution: { counter: number; derivedKey: string };
    };
    const { parameters, signature } = asked;
    const easy = await createChallenge({
      algorithm: 'SHA-256',
      cost: 1,
      keyPrefix: '0',
      deriveKey,
      hmacSignatureSecret: 'guess',
      data: parameters.data!,
      expiresAt: parameters.expiresAt!,
    });
    const altered = (more: object): Challenge => ({
      parameters: { ...parameters, ...more },
      signature: signature!,
    });
    const wrong: string[] = [
      '',
      'x',
      'null',
      Buffer.from('null').toString('base64'),
      Buffer.from('[]').toString('base64'),
      Buffer.from('{"challenge":null,"solution":null}').toString('base64'),
      Buffer.from('{"challenge":{"parameters":{"__proto__":1}}}').toString('base64'),
      payload(asked, null),
      payload(asked, {}),
      payload(asked, { counter: -1, derivedKey: right.solution.derivedKey }),
      payload(asked, { counter: right.solution.counter + 1, derivedKey: right.solution.derivedKey }),
      payload(asked, { counter: right.solution.counter, derivedKey: '00' }),
      payload(asked, { counter: 0, derivedKey: '0'.repeat(64) }),
      payload({ parameters }, right.solution),
      payload({ parameters, signature: '' }, right.solution),
      payload({ parameters, signature: 'g'.repeat(64) }, right.solution),
      payload(altered({ keyPrefix: '' }), right.solution),
      payload(altered({ keyPrefix: '0' }), right.solution),
      payload(altered({ cost: 1_000_000_000 }), right.solution),
      payload(altered({ expiresAt: parameters.expiresAt! + 1 }), right.solution),
      payload(altered({ nonce: 'zz' }), right.solution),
      solve(easy),
      payload(asked, { ...right.solution, deep: '['.repeat(500) }).slice(0, -4),
    ];
    for (const solution of wrong) {
      const start = process.cpuUsage();
      assert.equal(await send(solution), 'challenge_required', solution.slice(0, 80));
      assert.ok(process.cpuUsage(start).user < 200_000, 'costs us nothing');
    }
    assert.equal(await send(payload(asked, right.solution)), 200);
    assert.equal(await send('x'.repeat(4001)), 'invalid_input');
  });

  it('speaks of itself on every surface', async () => {
    const { body } = await world.t.request('GET /openapi.json');
    assert.ok(body.components.schemas.Problem.properties.data);
    const answer = await world.t.request('POST /auth/otp/send', {
      body: { phone: to },
      headers: { 'accept-language': 'es' },
    });
    assert.equal(answer.body.title, 'Resuelva el desafío y envíe su solución.');
    await world.t.api.server.listen({ port: 0 });
    const { port } = world.t.api.server.server.address() as AddressInfo;
    const { message } = await callTool(`http://127.0.0.1:${port}`, world.t.operatorKey, 'auth_otp_send', {
      phone: to,
    });
    const problem = JSON.parse(message.result!.content[0]!.text) as { code: string; data: object };
    assert.equal(problem.code, 'challenge_required');
    assert.deepEqual(Object.keys(problem.data), ['challenge']);
  });
});
