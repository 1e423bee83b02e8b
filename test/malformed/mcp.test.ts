import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Compiled } from '#kernel/types.ts';
import { connected } from '#test/fence/catalog.ts';
import { rowCounts, snapshot } from '#test/fence/snapshot.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { spoiledInput, type Input } from '#test/malformed/requests.ts';
import { INSIDES, problemComplaints } from '#test/malformed/rules.ts';
import { hasRaw, isUnstorable, toJson } from '#test/malformed/values.ts';
import { EXAMPLE_KEY, EXAMPLE_SESSION, restoreExample } from '#test/parity/seed.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_302);
const EACH = 20;
const VERSION = '2026-07-28';

/** `dryRun` and its like are the surface's own; as arguments they are no fault of the operation's. */
const RESERVED = ['dryRun', 'idempotencyKey', 'ifVersion'];

describe('malformed arguments of tools', () => {
  let t: TestApi;
  before(async () => {
    t = await createTestApi();
    await connected(t.database.url, (_, admin) => restoreExample(admin));
  });
  after(() => t.stop());

  async function call(
    { operation }: Compiled,
    input: Input,
    token: string,
  ): Promise<{ status: number; text: string }> {
    const name = operation.name.replace('.', '_');
    const meta = {
      'io.modelcontextprotocol/protocolVersion': VERSION,
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const { statusCode, body } = await t.api.server.inject({
      method: 'POST',
      url: '/mcp',
      headers: {
        host: 'localhost',
        authorization: `Bearer ${token}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'mcp-protocol-version': VERSION,
        'mcp-method': 'tools/call',
        'mcp-name': name,
      },
      payload: toJson({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: input, _meta: meta },
      }),
    });
    return { status: statusCode, text: body };
  }

  /** What is wrong with the answer to arguments that can't be right. */
  function complaints(status: number, text: string): string[] {
    if (status >= 500) return [`answered ${status}`];
    if (INSIDES.test(text)) return [`shows its insides: ${INSIDES.exec(text)![0]}`];
    const { result, error } = JSON.parse(text) as {
      result?: { isError?: boolean; content: { text: string }[] };
      error?: { code: number };
    };
    if (error) return error.code === -32_603 ? ['is an internal error'] : [];
    if (!result?.isError) return ['was accepted'];
    const problem = JSON.parse(result.content[0]!.text) as Record<string, unknown>;
    return problemComplaints(problem, problem['status'] as number);
  }

  it('are told with their field, and change nothing', async () => {
    const counts = (): Promise<Record<string, number>> =>
      connected(t.database.url, async (query) => rowCounts(await snapshot(query)));
    const before_ = await counts();
    const faults: string[] = [];
    let refused = 0;
    for (const compiled of t.api.kernel.catalogue.operations) {
      const { examples } = compiled.operation;
      const as = examples[0]?.as;
      const token = as === 'operator' ? t.operatorKey : as === 'person' ? EXAMPLE_SESSION : EXAMPLE_KEY;
      const drawn = fc.sample(spoiledInput(compiled, (examples[0]?.input ?? {}) as Input), {
        numRuns: EACH,
        seed: SEED,
      });
      for (const { input = {}, what } of drawn) {
        const wrong =
          isUnstorable(input) || hasRaw(input) || !compiled.validateInput(JSON.parse(toJson(input)));
        if (!wrong || RESERVED.some((name) => name in input)) continue;
        refused += 1;
        const { status, text } = await call(compiled, input, token);
        for (const complaint of complaints(status, text))
          faults.push(`${compiled.operation.name}, ${what}: ${complaint}\n  ${text.slice(0, 200)}`);
      }
    }
    assert.deepEqual(faults, [], `seed ${SEED}`);
    assert.ok(refused > 200, `only ${refused}`);
    assert.deepEqual(await counts(), before_);
  });

  it('includes an idempotency key that can’t be stored', async () => {
    const compiled = t.api.kernel.catalogue.find('contacts.create')!;
    for (const idempotencyKey of ['a\0', '\ud800', '', 'x'.repeat(256), 1, null, {}]) {
      const { status, text } = await call(compiled, { name: 'Ana', idempotencyKey }, EXAMPLE_KEY);
      assert.deepEqual(complaints(status, text), [], JSON.stringify(idempotencyKey));
      assert.match(text, /idempotencyKey/);
    }
  });
});
