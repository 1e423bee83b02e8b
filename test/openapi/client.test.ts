import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSmarterClient, dryRun, ifVersion, orThrow, ProblemError, repeatable } from '#client';

/** A client whose API answers `body`, and what it asked for. */
function clientOf(status: number, body: unknown, type = 'application/json') {
  const asked: Request[] = [];
  const client = createSmarterClient({
    url: 'https://api.example.com',
    key: 'smk_x',
    fetch: async (request) => {
      asked.push(request as Request);
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': type },
      });
    },
  });
  return { client, asked };
}

const PROBLEM = {
  type: 'urn:smarteros:error:not_found',
  title: 'There is nothing here by that name.',
  status: 404,
  code: 'not_found',
} as const;

describe('the client', () => {
  it('sends the key, the path, the query and the reserved headers', async () => {
    const { client, asked } = clientOf(200, {});
    await client.PATCH('/contacts/{id}', {
      params: { path: { id: 'c/1' }, header: { ...repeatable('once'), ...dryRun, ...ifVersion(3) } },
      body: { name: 'Ana' },
    });
    await client.GET('/contacts', { params: { query: { limit: 5 } } });
    const [change, list] = asked;
    assert.equal(change!.url, 'https://api.example.com/contacts/c%2F1');
    assert.equal(change!.headers.get('authorization'), 'Bearer smk_x');
    assert.equal(change!.headers.get('idempotency-key'), 'once');
    assert.equal(change!.headers.get('prefer'), 'dry-run');
    assert.equal(change!.headers.get('if-match'), '"3"');
    assert.deepEqual(await change!.json(), { name: 'Ana' });
    assert.equal(list!.url, 'https://api.example.com/contacts?limit=5');
  });

  it('hands a problem over as `error`', async () => {
    const { client } = clientOf(404, PROBLEM, 'application/problem+json');
    const { data, error } = await client.GET('/contacts/{id}', { params: { path: { id: 'x' } } });
    assert.equal(data, undefined);
    assert.equal(error?.code, 'not_found');
  });

  it('throws for those who like it better', async () => {
    const { client } = clientOf(404, PROBLEM, 'application/problem+json');
    const call = orThrow(client.GET('/contacts/{id}', { params: { path: { id: 'x' } } }));
    await assert.rejects(
      call,
      (error) => error instanceof ProblemError && error.problem?.code === 'not_found',
    );
    const proxy = clientOf(502, '<h1>Bad gateway</h1>', 'text/html');
    const lost = orThrow(proxy.client.GET('/contacts'));
    await assert.rejects(
      lost,
      (error) => error instanceof ProblemError && error.status === 502 && !error.problem,
    );
    const well = clientOf(200, { data: [], nextCursor: null });
    assert.deepEqual(await orThrow(well.client.GET('/contacts')), { data: [], nextCursor: null });
  });
});
