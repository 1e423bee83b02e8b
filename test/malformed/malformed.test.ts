import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import type { Compiled } from '#kernel/types.ts';
import { rowCounts, snapshot } from '#test/fence/snapshot.ts';
import { exampleTime } from '#test/harness/clock.ts';
import { deliver } from '#test/harness/deliveries.ts';
import { fillRegisters } from '#test/harness/registers.ts';
import { createTestApi, freshTaxId, type TestApi } from '#test/harness/api.ts';
import { requestsFor } from '#test/malformed/draw.ts';
import { requestOf, unknownPath, type Input, type Malformed } from '#test/malformed/requests.ts';
import { complaints, SLOW_MS, type Response } from '#test/malformed/rules.ts';
import { EXAMPLE_KEY, EXAMPLE_SESSION, restoreExample } from '#test/parity/seed.ts';

/** Another seed makes other requests, more take longer: SEED=7 REQUESTS=100000 node --test test/malformed/ */
const SEED = Number(process.env['SEED'] ?? 20_260_302);
/** Some turn out to be in order, e.g. a header that nobody reads; what is refused has to come to REFUSED. */
const REQUESTS = Number(process.env['REQUESTS'] ?? 2_600);
const REFUSED = REQUESTS / 1.3;
const AT_A_TIME = 8;

describe('malformed requests', () => {
  let t: TestApi;
  let admin: pg.Client;
  const counts = async (): Promise<Record<string, number>> =>
    rowCounts(
      await snapshot(
        async <R extends object>(sql: string, values?: readonly unknown[]) =>
          (await admin.query(sql, values as unknown[])).rows as R[],
      ),
    );

  before(async () => {
    t = await createTestApi({ clock: exampleTime() });
    admin = new pg.Client({ connectionString: t.database.url });
    await admin.connect();
    await restoreExample(admin);
    for (let i = 0; i < 2; i++) await fillLists(i);
    await deliver(t, EXAMPLE_KEY, 2);
  });
  after(async () => {
    await admin.end();
    await t.stop();
  });

  const tokenFor = (operation: string): string | undefined => {
    const found = t.api.kernel.catalogue.find(operation)?.operation;
    if (!found || found.access === 'public') return undefined;
    const tokens = {
      key: EXAMPLE_KEY,
      operator: t.operatorKey,
      person: EXAMPLE_SESSION,
      anonymous: undefined,
    };
    return tokens[found.examples[0]?.as ?? 'key'];
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
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      milliseconds: performance.now() - started,
    };
  }

  /** One slow answer may be a busy machine's; two of the same are ours. */
  async function sendAgainIfSlow(request: Malformed): Promise<Response> {
    const first = await send(request);
    if (first.milliseconds <= SLOW_MS) return first;
    const { milliseconds } = await send(request);
    return { ...first, milliseconds };
  }

  /** Lists need a second page, or there is no cursor to spoil. */
  async function fillLists(i: number): Promise<void> {
    const token = EXAMPLE_KEY;
    await t.request('POST /contacts', { token, body: { name: `Luis ${i}` } });
    await t.request('POST /keys', { token, body: { name: `Key ${i}`, scopes: ['contacts:read'] } });
    await t.request('POST /tenants', {
      token: t.operatorKey,
      body: { taxId: freshTaxId(), name: `Company ${i}` },
    });
    const hook = { url: `https://erp.example.com/${i}`, events: ['*'] };
    await t.request('POST /webhooks', { token, body: hook });
    await admin.query(
      `insert into app.webhook_deliveries
         (tenant_id, endpoint_id, event_id, event, position, status, tries, attempts, created_at)
       select tenant_id, endpoint_id, gen_random_uuid(), event, position + $1, status, tries, attempts, created_at
       from app.webhook_deliveries where endpoint_id = $2 limit 1`,
      [i + 1, EXAMPLE.webhook.id],
    );
    const template = { name: 'hola', language: 'es' };
    await t.request('POST /messages', { token, body: { to: '+56912345678', template } });
    // Agents are let in by a page, and no call.
    await admin.query(
      `insert into identity.oauth_grants (id, person_id, tenant_id, client_id, client_name, scopes, created_at, expires_at)
       select gen_random_uuid(), person_id, tenant_id, client_id, client_name, scopes, created_at, expires_at
       from identity.oauth_grants limit 1`,
    );
    await admin.query(
      `insert into app.held_messages (tenant_id, id, form_id, name, message, consent_text, reason, created_at)
       select tenant_id, gen_random_uuid(), form_id, name, message, consent_text, reason, created_at from app.held_messages limit 1`,
    );
    await admin.query(
      `insert into core.audit (tenant_id, id, at, actor_kind, actor_name, action, operation, request_id, number, hash)
       values ($1, gen_random_uuid(), now(), 'key', 'x', 'x', 'x', 'x', $2, sha256(''))`,
      [EXAMPLE.tenant.id, i + 2],
    );
    await admin.query(
      `insert into core.audit_checkpoints (tenant_id, id, number, hash, at, token)
       values ($1, gen_random_uuid(), 1, sha256(''), now(), 'x')`,
      [EXAMPLE.tenant.id],
    );
    await t.request('POST /accounts', { token, body: { name: `Agent ${i}`, scopes: ['contacts:read'] } });
    await t.request('POST /invitations', { token, body: { phone: `+5695555100${i}`, role: 'guest' } });
    const entry = { tenant: EXAMPLE.tenant.slug, reason: `Case ${i}` };
    await t.request('POST /grants', { token: t.operatorKey, body: entry });
    const claim = { taxId: EXAMPLE.neighbour.taxId, evidence: 'Es mía' };
    await t.request('POST /tenants/claim', { token: EXAMPLE_SESSION, body: claim });
    await admin.query(
      `insert into app.import_errors (tenant_id, import_id, line, raw, errors) values ($1, $2, $3, 'x', '[]')`,
      [EXAMPLE.tenant.id, EXAMPLE.finishedImportId, 100 + i],
    );
    await admin.query(
      `insert into app.import_changes (tenant_id, import_id, contact_id, version, conflict) values ($1, $2, gen_random_uuid(), 1, true)`,
      [EXAMPLE.tenant.id, EXAMPLE.finishedImportId],
    );
    await fillRegisters(t, token, EXAMPLE.contact.id);
    // As the relay would; there is none here. No value of an example changes.
    await admin.query('update core.events set position = seq + 1000 where position is null');
  }

  async function cursorOf(compiled: Compiled): Promise<string | undefined> {
    // An engine's pages are walked by its own tests; what is wrong in a cursor it says itself.
    if (compiled.operation.outside || !Object.hasOwn(compiled.inputSchema['properties'] ?? {}, 'cursor'))
      return undefined;
    const example = (compiled.operation.examples[0]?.input ?? {}) as Input;
    const path = Object.fromEntries(compiled.pathParams.map((name) => [name, example[name]]));
    const answer = await send(requestOf(compiled, { ...path, limit: 1 }, 'first page'));
    const { nextCursor } = JSON.parse(answer.text) as { nextCursor: string | null };
    assert.ok(nextCursor, `${compiled.operation.name}: needs rows for a second page`);
    return nextCursor;
  }

  async function judge(
    requests: readonly Malformed[],
  ): Promise<{ faults: string[]; statuses: Map<number, number> }> {
    const queue = [...requests];
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const worker = async (): Promise<void> => {
      for (let request = queue.pop(); request; request = queue.pop()) {
        const answer = await sendAgainIfSlow(request);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const found = complaints(request, answer);
        if (found.length > 0) {
          const shown = `${request.method} ${request.url.slice(0, 120)} ${String(request.payload ?? '').slice(0, 160)}`;
          faults.push(
            `${request.operation}, ${request.what}: ${found.join('; ')}\n  ${shown}\n  → ${answer.status} ${answer.text.slice(0, 300)}`,
          );
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    return { faults, statuses };
  }

  it(`${REFUSED} of them are refused as problem documents, quickly, and change nothing`, async (test) => {
    const { operations } = t.api.kernel.catalogue;
    const routes = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const each = Math.floor((REQUESTS * 0.95) / operations.length);
    const requests: Malformed[] = [];
    for (const compiled of operations)
      requests.push(
        ...requestsFor(compiled, routes, { count: each, seed: SEED, cursor: await cursorOf(compiled) }),
      );
    requests.push(...fc.sample(unknownPath, { numRuns: REQUESTS - requests.length, seed: SEED }));
    const before_ = await counts();
    const { faults, statuses } = await judge(requests);
    test.diagnostic(
      `seed ${SEED}: ${[...statuses]
        .toSorted(([a], [b]) => a - b)
        .map(([status, n]) => `${n} × ${status}`)
        .join(', ')}`,
    );
    const kinds = Map.groupBy(faults, (fault) => fault.split('\n')[0]!.replace(/^[^:]*: /, ''));
    const shown = [...kinds].map(
      ([kind, list]) => `${list.length} × ${kind}\n${list.slice(0, 20).join('\n')}`,
    );
    assert.equal(faults.length, 0, `seed ${SEED}\n${shown.join('\n\n')}`);
    const refused = [...statuses].reduce((sum, [status, n]) => (status < 400 ? sum : sum + n), 0);
    assert.ok(refused >= REFUSED, `only ${refused} were refused`);
    assert.deepEqual(await counts(), before_);
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('a request that is in order still is', async () => {
    // Wrong codes used up the example's own.
    await restoreExample(admin);
    for (const compiled of t.api.kernel.catalogue.operations) {
      const [example] = compiled.operation.examples;
      // What speaks with another service has none; its own tests do.
      if (!example && compiled.operation.effect !== 'read') continue;
      const good = (example?.input ?? {}) as Input;
      const { status, text } = await send(requestOf(compiled, good, 'good', { prefer: 'dry-run' }));
      // Found in order, and then refused: an engine can't be asked for the sake of asking.
      if (compiled.operation.outside && compiled.operation.effect !== 'read')
        assert.ok(text.includes('"dry_run_impossible"'), `${compiled.operation.name}: ${text}`);
      else assert.ok(status < 300, `${compiled.operation.name}: ${status} ${text}`);
    }
  });
});
