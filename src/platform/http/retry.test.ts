import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpError, httpRequest, type HttpRequest } from '#platform/http.ts';
import { serve } from '#test/stand-ins/serve.ts';
import { retryAfterMs, waitMs } from './retry.ts';

/** A server that gives these statuses one after the other (0 breaks the connection), then 200. */
async function flaky(statuses: number[], headers: Record<string, string> = {}) {
  let seen = 0;
  const server = await serve((request, response) => {
    const status = statuses[seen++] ?? 200;
    if (status === 0) return void request.socket.destroy();
    response.writeHead(status, status === 200 ? {} : headers).end();
  });
  return { ...server, seen: () => seen, [Symbol.asyncDispose]: server[Symbol.asyncDispose] };
}

const send = (url: string, method: string, retry: HttpRequest['retry'] = {}) =>
  httpRequest({ method, url, retry });

describe('retries', () => {
  it('are made only when asked for', async () => {
    await using server = await flaky([503]);
    assert.equal((await httpRequest({ method: 'GET', url: server.url })).status, 503);
    assert.equal(server.seen(), 1);
  });

  it('never repeat a POST that may have been done, unless the caller says it may', async () => {
    for (const status of [502, 503, 504]) {
      await using server = await flaky([status]);
      assert.equal((await send(server.url, 'POST')).status, status);
      assert.equal(server.seen(), 1);
    }
    await using broken = await flaky([0]);
    await assert.rejects(send(broken.url, 'POST'), HttpError);
    assert.equal(broken.seen(), 1);
    await using willing = await flaky([502, 0]);
    assert.equal((await send(willing.url, 'POST', { repeatable: true })).status, 200);
    assert.equal(willing.seen(), 3);
  });

  it('repeat a POST that surely wasn’t done', async () => {
    await using server = await flaky([429]);
    assert.equal((await send(server.url, 'POST')).status, 200);
    assert.equal(server.seen(), 2);
  });

  it('leave final answers alone', async () => {
    for (const status of [200, 302, 400, 401, 404, 500, 501]) {
      await using server = await flaky([status, 418]);
      assert.equal((await send(server.url, 'GET')).status, status);
      assert.equal(server.seen(), 1);
    }
  });

  it('end after the given number, with the last outcome', async () => {
    await using server = await flaky([503, 503, 504, 200]);
    assert.equal((await send(server.url, 'DELETE')).status, 504);
    assert.equal(server.seen(), 3);
    await using broken = await flaky([0, 0, 0]);
    await assert.rejects(send(broken.url, 'PUT', { attempts: 2 }), HttpError);
    assert.equal(broken.seen(), 2);
  });

  it('end when the time for all of them is over', async () => {
    await using server = await flaky(Array<number>(50).fill(503));
    const started = performance.now();
    assert.equal((await send(server.url, 'GET', { attempts: 10, totalMs: 500 })).status, 503);
    assert.ok(performance.now() - started < 1_000);
    assert.ok(server.seen() < 5, `${server.seen()} tries`);
    await using silent = await serve(() => undefined);
    const error = await send(silent.url, 'GET', { totalMs: 80 }).catch((reason: unknown) => reason);
    assert.equal((error as HttpError).kind, 'timeout');
  });

  it('wait as long as the server asks, and hand over what asks for too much', async () => {
    await using server = await flaky([429], { 'retry-after': '1' });
    const started = performance.now();
    assert.equal((await send(server.url, 'GET')).status, 200);
    assert.ok(performance.now() - started >= 1_000);
    await using greedy = await flaky([503], { 'retry-after': '3600' });
    assert.equal((await send(greedy.url, 'GET', { totalMs: 10 ** 9 })).status, 503);
    assert.equal(greedy.seen(), 1);
  });

  it('stop waiting when the caller aborts', async () => {
    const caller = new AbortController();
    await using server = await flaky([503, 503], { 'retry-after': '20' });
    const answer = httpRequest({ method: 'GET', url: server.url, retry: {}, signal: caller.signal });
    setTimeout(() => caller.abort(), 100);
    assert.equal((await answer).status, 503);
    assert.equal(server.seen(), 1);
  });

  it('repeat what was refused before anything was sent, whatever the method', async () => {
    const closed = await serve(() => undefined);
    await closed[Symbol.asyncDispose]();
    const started = performance.now();
    await assert.rejects(send(closed.url, 'POST', { attempts: 3 }), { kind: 'refused' });
    assert.ok(performance.now() - started >= 100 + 200, 'two waits, at least half of each');
  });

  it('wait twice as long each time, within limits, never all at the same moment', () => {
    assert.deepEqual(
      [2, 3, 4].map((next) => waitMs(next, undefined, 0)),
      [100, 200, 400],
    );
    assert.equal(waitMs(2, undefined, 0.999) > 199, true);
    assert.equal(waitMs(10, undefined, 1), 10_000);
    assert.ok(waitMs(2, 5_000, 0) >= 5_000);
  });

  it('read Retry-After as seconds and as a date, and nothing else', () => {
    const after = (value?: string) =>
      retryAfterMs({ headers: value === undefined ? {} : { 'retry-after': value } });
    assert.equal(after('7'), 7_000);
    const soon = after(new Date(Date.now() + 30_000).toUTCString())!;
    assert.ok(soon > 25_000 && soon <= 30_000, String(soon));
    assert.equal(after('Wed, 21 Oct 2015 07:28:00 GMT'), 0);
    for (const value of [undefined, '', '-1x', 'soon', '1.5 s']) assert.equal(after(value), undefined, value);
  });
});
