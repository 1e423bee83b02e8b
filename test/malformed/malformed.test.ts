import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import type { Compiled } from '#kernel/types.ts';
import { rowCounts, snapshot } from '#test/fence/snapshot.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { brokenBody, oddHeader, oddUrl, requestOf, spoiledInput, unknownPath, wrongMethod, wrongType, type Malformed } from '#test/malformed/requests.ts';
import { complaints, type Response } from '#test/malformed/rules.ts';
import { EXAMPLE_KEY, restoreExample } from '#test/parity/seed.ts';

/** Another seed is another 2,000 requests: SEED=… node --test test/malformed. */
const SEED = Number(process.env['SEED'] ?? 20_260_302);
const REQUESTS = 2_000;
const AT_A_TIME = 8;

type Input = Readonly<Record<string, unknown>>;

/** As many requests of each kind of fault as make `count` together. */
function requestsFor(compiled: Compiled, routes: ReadonlySet<string>, count: number): Malformed[] {
  const good = (compiled.operation.examples[0]?.input ?? {}) as Input;
  const hasBody = compiled.method !== 'GET' && compiled.method !== 'DELETE';
  const kinds = [
    { weight: 8, arbitrary: spoiledInput(compiled, good) },
    { weight: hasBody ? 4 : 1, arbitrary: oddUrl(compiled, good) },
    { weight: 2, arbitrary: oddHeader(compiled, good) },
    { weight: 1, arbitrary: wrongMethod(compiled, good, routes) },
    ...(hasBody ? [{ weight: 3, arbitrary: brokenBody(compiled, good) }, { weight: 1, arbitrary: wrongType(compiled, good) }] : []),
  ];
  return fc.sample(fc.oneof(...kinds), { numRuns: count, seed: SEED });
}

describe('malformed requests', () => {
  let t: TestApi;
  let admin: pg.Client;
  const counts = async (): Promise<Record<string, number>> =>
    rowCounts(await snapshot(async <R extends object>(sql: string, values?: readonly unknown[]) => (await admin.query(sql, values as unknown[])).rows as R[]));

  before(async () => {
    t = await createTestApi();
    admin = new pg.Client({ connectionString: t.database.url });
    await admin.connect();
    await restoreExample(admin);
  });
  after(async () => {
    await admin.end();
    await t.stop();
  });

  const tokenFor = (operation: string): string | undefined => {
    const access = t.api.kernel.catalogue.find(operation)?.operation.access ?? 'public';
    if (access === 'public') return undefined;
    return access.some((rule) => 'scope' in rule) ? EXAMPLE_KEY : t.operatorKey;
  };

  async function send(request: Malformed): Promise<Response> {
    const token = tokenFor(request.operation);
    const started = performance.now();
    const response = await t.api.server.inject({
      method: request.method as 'GET',
      url: request.url,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...request.headers },
      ...(request.payload !== undefined && { payload: request.payload }),
    });
    return { status: response.statusCode, headers: response.headers, text: response.body, milliseconds: performance.now() - started };
  }

  async function judge(requests: readonly Malformed[]): Promise<{ faults: string[]; statuses: Map<number, number> }> {
    const queue = [...requests];
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const worker = async (): Promise<void> => {
      for (let request = queue.pop(); request; request = queue.pop()) {
        const answer = await send(request);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const found = complaints(request, answer);
        if (found.length > 0) {
          const shown = `${request.method} ${request.url.slice(0, 120)} ${String(request.payload ?? '').slice(0, 160)}`;
          faults.push(`${request.operation}, ${request.what}: ${found.join('; ')}\n  ${shown}\n  → ${answer.status} ${answer.text.slice(0, 300)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    return { faults, statuses };
  }

  it(`${REQUESTS} of them are refused as problem documents, quickly, and change nothing`, async (test) => {
    const { operations } = t.api.kernel.catalogue;
    const routes = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const each = Math.floor((REQUESTS * 0.95) / operations.length);
    const requests = operations.flatMap((compiled) => requestsFor(compiled, routes, each));
    requests.push(...fc.sample(unknownPath, { numRuns: REQUESTS - requests.length, seed: SEED }));
    const before_ = await counts();
    const { faults, statuses } = await judge(requests);
    test.diagnostic(`seed ${SEED}: ${[...statuses].toSorted(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`).join(', ')}`);
    const kinds = Map.groupBy(faults, (fault) => fault.split('\n')[0]!.replace(/^[^:]*: /, ''));
    const shown = [...kinds].map(([kind, list]) => `${list.length} × ${kind}\n${list.slice(0, 20).join('\n')}`);
    assert.equal(faults.length, 0, `seed ${SEED}\n${shown.join('\n\n')}`);
    assert.deepEqual(await counts(), before_);
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('a request that is in order still is', async () => {
    for (const compiled of t.api.kernel.catalogue.operations) {
      const good = (compiled.operation.examples[0]?.input ?? {}) as Input;
      const { status, text } = await send(requestOf(compiled, good, 'good', { prefer: 'dry-run' }));
      assert.ok(status < 300, `${compiled.operation.name}: ${status} ${text}`);
    }
  });
});
