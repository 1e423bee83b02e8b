import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { defineJob } from '#core/job.ts';
import { contactCreated } from '#features/contacts/index.ts';
import { httpRequest } from '#platform/http.ts';
import { createTracing, type Tracing } from '#platform/otlp.ts';
import { isTraceparent, isTracing, span, useTracer } from '#platform/tracing.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { House, until } from '#test/jobs/company.ts';
import { startCollector, type ReceivedSpan } from '#test/stand-ins/otlp.ts';
import { serve } from '#test/stand-ins/serve.ts';

const run = promisify(execFile);
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

describe('a traceparent from elsewhere', () => {
  for (const [text, good] of [
    [`00-${TRACE}-${CALLER}-01`, true],
    [`00-${TRACE}-${CALLER}-00`, true],
    [`00-${'0'.repeat(32)}-${CALLER}-01`, false],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, false],
    [`00-${TRACE.toUpperCase()}-${CALLER}-01`, false],
    [`ff-${TRACE}-${CALLER}-01`, false],
    [`00-${TRACE}-${CALLER}-01-more`, false],
    [`00-${TRACE}-${CALLER}`, false],
    ['', false],
    [undefined, false],
    [[`00-${TRACE}-${CALLER}-01`], false],
  ] as const)
    it(`${JSON.stringify(text)} is ${good ? 'taken' : 'as good as none'}`, () =>
      assert.equal(isTraceparent(text), good));
});

describe('without a collector', () => {
  it('nothing is loaded, and no event bears a trace', async () => {
    assert.equal(isTracing(), false);
    const t = await createTestApi();
    try {
      const { key } = await t.tenant();
      const traceparent = `00-${TRACE}-${CALLER}-01`;
      await t.request('POST /contacts', { token: key, body: { name: 'Ana' }, headers: { traceparent } });
      assert.deepEqual(
        await t.sql('select distinct trace from core.events where name = $1', ['contact.created']),
        [{ trace: null }],
      );
    } finally {
      await t.stop();
    }
    const script = `await import('#app/processes.ts'); console.log('all loaded')`;
    const { stdout } = await run(process.execPath, [
      '--input-type=module',
      '--import',
      `data:text/javascript,import{registerHooks}from'node:module';registerHooks({resolve(s,c,n){if(s.includes('opentelemetry/sdk'))throw new Error('loaded '+s);return n(s,c)}})`,
      '-e',
      script,
    ]);
    assert.match(stdout, /all loaded/);
  });
});

describe('with a collector', () => {
  let t: TestApi;
  let house: House;
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let engine: Awaited<ReturnType<typeof serve>>;
  let tracing: Tracing;
  let key: string;
  const troubles: unknown[] = [];
  const seen: IncomingHttpHeaders[] = [];

  before(async () => {
    collector = await startCollector();
    engine = await serve((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    });
    tracing = createTracing({
      endpoint: `${collector.url}/`,
      headers: { authorization: 'Bearer of-the-collector' },
      ratio: 1,
      service: 'api',
      version: '0',
      delayMs: 20,
      onTrouble: (error) => troubles.push(error),
    });
    useTracer(tracing.tracer);
    t = await createTestApi();
    house = new House(t.database);
    ({ key } = await t.tenant());
  });
  after(async () => {
    useTracer(undefined);
    await tracing.stop();
    await t.api.stop();
    await house.tearDown();
    rmSync(t.home, { recursive: true, force: true });
    await collector[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
  });

  const of = (traceId: string) => collector.spans.filter((one) => one.traceId === traceId);
  const named = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
    const found = spans.find((one) => one.name === name);
    assert.ok(found, `no ${name} among ${spans.map((one) => one.name).join(', ')}`);
    return found;
  };

  it('a request, its event, the job and what the job asks of an engine are one trace, with nothing of anybody in it', async () => {
    const worker = await house.worker([
      defineJob({
        name: 'things.ask',
        summary: 'Asks an engine.',
        on: contactCreated,
        run: async (ctx, { data }) => {
          await ctx.db.batch([], { id: data.id });
          await httpRequest({
            method: 'POST',
            url: `${engine.url}/secret-path?token=secret-query`,
            body: 'secret-body',
          });
        },
      }),
    ]);
    const answer = await t.request('POST /contacts', {
      token: key,
      headers: { traceparent: `00-${TRACE}-${CALLER}-01` },
      body: { name: 'Secret Name', phone: '+56912345678', email: 'secret@example.com' },
    });
    assert.equal(answer.status, 201);
    await until('the engine was asked', () => seen.length > 0);
    await worker.stop();
    await until('the collector has it all', () => of(TRACE).some(({ name }) => name === 'job things.ask'));
    const spans = of(TRACE);

    const server = named(spans, 'POST /contacts');
    assert.deepEqual([server.parentSpanId, server.kind], [CALLER, 2]);
    assert.equal(server.attributes['http.route'], '/contacts');
    assert.equal(server.attributes['smarteros.request_id'], answer.headers['x-request-id']);
    assert.equal(Number(server.attributes['http.response.status_code']), 201);
    const operation = named(spans, 'contacts.create');
    assert.equal(operation.parentSpanId, server.spanId);
    const batch = spans.find(
      (one) => one.name === 'postgresql batch' && one.parentSpanId === operation.spanId,
    );
    assert.equal(batch?.attributes['smarteros.db_role'], 'app');
    const job = named(spans, 'job things.ask');
    // Of the operation, in which the event was written.
    assert.deepEqual([job.parentSpanId, job.kind], [operation.spanId, 5]);
    assert.equal(job.attributes['smarteros.event'], 'contact.created');
    const client = named(spans, 'HTTP POST');
    assert.deepEqual([client.parentSpanId, client.kind], [job.spanId, 3]);
    assert.equal(seen[0]!['traceparent'], `00-${TRACE}-${client.spanId}-01`);

    const told = collector.bodies.join('\n');
    for (const secret of ['secret', 'Secret', '912345678', key, 'token', 'Bearer'])
      assert.ok(!told.includes(secret), `${secret} was told to the collector`);
    assert.ok(collector.headers.every(({ authorization }) => authorization === 'Bearer of-the-collector'));
  });

  it('a trace that its caller doesn’t keep isn’t sent, and a broken traceparent begins a new one', async () => {
    const told = collector.spans.length;
    const unsampled = TRACE.replaceAll('4', '5');
    await t.request('GET /contacts', {
      token: key,
      headers: { traceparent: `00-${unsampled}-${CALLER}-00` },
    });
    const broken = `00-${TRACE}-${CALLER}-01-garbage`;
    await t.request('GET /forms', { token: key, headers: { traceparent: broken } });
    await until('the second is there', () =>
      collector.spans.slice(told).some(({ name }) => name === 'GET /forms'),
    );
    const later = collector.spans.slice(told);
    assert.deepEqual(
      later.filter(({ traceId }) => traceId === unsampled),
      [],
    );
    const fresh = named(later, 'GET /forms');
    assert.notEqual(fresh.traceId, TRACE);
    assert.equal(fresh.parentSpanId, undefined);
  });

  it('a refusal marks the operation with its code, and no message', async () => {
    const told = collector.spans.length;
    await t.request('GET /contacts/01960000-0000-7000-8000-00000000dead', { token: key });
    await until('it is there', () => collector.spans.slice(told).some(({ name }) => name === 'contacts.get'));
    const operation = named(collector.spans.slice(told), 'contacts.get');
    assert.deepEqual([operation.failed, operation.attributes['error.type']], [true, 'not_found']);
  });

  it('an address of a stranger is not told of our trace', async () => {
    const told = seen.length;
    await span('test', {}, async () => {
      await httpRequest({ method: 'GET', url: engine.url, guard: 'public' }).catch(() => {});
      await httpRequest({ method: 'GET', url: engine.url });
    });
    const asked = seen.slice(told);
    assert.equal(asked.length, 1, 'the guard refuses loopback');
    assert.ok(asked[0]!['traceparent']);
  });

  it('a collector that is down is told of once, and nobody waits for it', async () => {
    collector.state.status = 500;
    assert.equal((await t.request('GET /contacts', { token: key })).status, 200);
    await until('we noticed', () => troubles.length > 0);
    assert.equal(troubles.length, 1);
    collector.state.status = undefined;
  });

  it('a line of the log names its trace', async () => {
    const script = `const { createLogger } = await import('#platform/log.ts');
      const { inside, useTracer } = await import('#platform/tracing.ts');
      useTracer({ start: () => undefined });
      const log = createLogger({ level: 'info', service: 'test' });
      inside({ traceId: '${TRACE}', spanId: '${CALLER}' }, () => log.info({ n: 1 }, 'within'));
      log.info({ n: 2 }, 'outside');`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    const [within, outside] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual([within!['trace_id'], within!['span_id'], within!['n']], [TRACE, CALLER, 1]);
    assert.equal('trace_id' in outside!, false);
  });
});
