import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { exampleClock } from '#test/harness/clock.ts';
import { EXAMPLE_KEY, EXAMPLE_SESSION, restoreExample } from '#test/parity/seed.ts';
import { surfaces, type Target } from '#test/parity/surfaces.ts';
import { buildCatalogue } from '#app/catalogue.ts';

/** Operations whose answer no literal could stay true to, with the test that looks at them instead. */
const WITHOUT_EXAMPLES = new Map([
  ['core.registry', 'src/core/registry.test.ts'],
  ['auth.claim_operator', 'test/factors/operator.test.ts'],
  ['auth.oidc_start', 'test/factors/federation.test.ts'],
  ['auth.oidc_finish', 'test/factors/federation.test.ts'],
  ['auth.oidc_link', 'test/factors/federation.test.ts'],
  ['auth.oidc_link_finish', 'test/factors/federation.test.ts'],
  // Of an n8n of one’s own; the example’s company shares one.
  ['n8n.create', 'test/engines/n8n/contract.test.ts'],
  ['n8n.activate', 'test/engines/n8n/contract.test.ts'],
  ['n8n.deactivate', 'test/engines/n8n/contract.test.ts'],
]);

/** Random parts of an example's output are written as stars: one each, or four for any text. */
function masked(actual: unknown, expected: unknown): unknown {
  if (typeof expected === 'string' && expected.includes('****') && typeof actual === 'string') {
    if (expected === '****') return actual === '' ? actual : expected;
    const pattern = new RegExp(`^${expected.replaceAll('*', '[\\w-]')}$`);
    return pattern.test(actual) ? expected : actual;
  }
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, i) => masked(item, expected[i]));
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    const known = expected as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(actual).map(([name, value]) => [name, masked(value, known[name])]),
    );
  }
  return actual;
}

describe('every example is true on every surface', () => {
  const clock = exampleClock();
  let t: TestApi;
  let admin: pg.Client;
  let target: Target;

  before(async () => {
    t = await createTestApi({ clock, monotonic: () => 0 });
    const url = await t.api.server.listen({ host: '127.0.0.1', port: 0 });
    target = { url, home: t.home, operations: t.api.kernel.catalogue.operations };
    admin = new pg.Client({ connectionString: t.database.url });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await t.stop();
  });

  // Only names and examples: the operations under test are those of the running API.
  for (const { operation } of buildCatalogue().operations) {
    it(`${operation.name} has examples`, () => {
      assert.ok(operation.examples.length > 0 || WITHOUT_EXAMPLES.has(operation.name));
    });
    operation.examples.forEach((_, i) => {
      for (const [name, call] of Object.entries(surfaces(EXAMPLE_KEY))) {
        it(`${operation.name} #${i + 1} by ${name}`, async () => {
          await restoreExample(admin);
          clock.reset();
          const compiled = t.api.kernel.catalogue.find(operation.name)!;
          const example = compiled.operation.examples[i]!;
          const token = {
            key: EXAMPLE_KEY,
            operator: t.operatorKey,
            person: EXAMPLE_SESSION,
            anonymous: undefined,
          }[example.as ?? 'key'];
          const answer = await call(target, compiled, example.input as Record<string, unknown>, token);
          assert.deepEqual(masked(answer, example.output), example.output);
        });
      }
    });
  }
});
