import type { Asked, Said, StandIn } from '#test/engines/stand-in.ts';

const KEY = 'n8n-key-of-the-example';

interface Workflow {
  readonly id: string;
  readonly name: string;
  active: boolean;
  readonly nodes: readonly object[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

const at = '2026-03-01T12:00:00.000Z';
const EXAMPLE: readonly Workflow[] = [
  { id: 'Wk5cJx2pQ9aBcDeF', name: 'Bienvenida', active: true, nodes: [], createdAt: at, updatedAt: at },
];

const fail = (status: number, message: string): Said => ({ status, body: { message } });

/** n8n 1.121.3. */
function createN8n(): StandIn {
  let workflows: Workflow[] = [];

  function list({ query }: Asked): Said {
    const limit = Number(query.get('limit') ?? 100);
    if (limit > 250) return fail(400, 'request/query/limit must be <= 250');
    const from = Number(query.get('cursor') ?? 0);
    const page = workflows.slice(from, from + limit);
    const nextCursor = from + limit < workflows.length ? String(from + limit) : null;
    return { status: 200, body: { data: page, nextCursor } };
  }

  function answer(asked: Asked): Said {
    const { path, headers } = asked;
    if (path === '/healthz') return { status: 200, body: { status: 'ok' } };
    if (path === '/rest/settings') return { status: 200, body: { data: { versionCli: '1.121.3' } } };
    if (!path.startsWith('/api/v1/')) return { status: 404, body: 'Not Found' };
    const key = headers['x-n8n-api-key'];
    if (key === undefined) return fail(401, "'X-N8N-API-KEY' header required");
    if (key !== KEY) return fail(401, 'unauthorized');
    if (path === '/api/v1/workflows') return list(asked);
    return fail(404, 'Not Found');
  }

  return {
    engine: 'n8n',
    example: {
      url: 'https://n8n.example.cl',
      credentials: { apiKey: KEY },
      settings: {},
      version: '1.121.3',
      capabilities: [],
      state: {},
      secrets: {},
    },
    reset: () => {
      workflows = EXAMPLE.map((one) => ({ ...one }));
    },
    answer,
  };
}

export const n8nStandIn = createN8n();
