import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { SERVER_SCHEMA, SERVER_STATUS, ServerJson } from '#core/server-json.ts';
import { addServer, findServer, listServers, markDeleted } from './store.ts';

const id = z.uuid().describe('Id of the entry.');
const Entry = z
  .object({
    id,
    server: ServerJson,
    status: z.enum(SERVER_STATUS),
    statusChangedAt: timestamp,
    publishedAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'McpServerEntry' });

const access = [{ operator: true }] as const;
const example: ServerJson = {
  $schema: SERVER_SCHEMA,
  name: 'com.example/weather',
  description: 'Weather for the whole country.',
  version: '1.0.2',
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com/mcp' }],
};
const at = EXAMPLE.tenant.createdAt;
/** In the test's seed. */
export const exampleServer = {
  id: '01960000-0000-7000-8000-000000000191',
  server: example,
  status: 'active' as const,
  statusChangedAt: at,
  publishedAt: at,
  updatedAt: at,
};

const list = defineOperation({
  name: 'servers.list',
  route: 'GET /servers',
  summary: 'List the MCP servers of others that the registry shows.',
  description:
    'With those that were taken off. Anybody reads the registry itself at `/v0.1/servers`, our own servers included.',
  effect: 'read',
  access,
  input: z.strictObject({}),
  output: z.object({ data: z.array(Entry) }),
  examples: [{ title: 'All of them', as: 'operator', input: {}, output: { data: [exampleServer] } }],
  run: async (ctx) => {
    const [data] = await ctx.db.batch([listServers]);
    return { data };
  },
});

const add = defineOperation({
  name: 'servers.add',
  route: 'POST /servers',
  summary: 'List an MCP server of somebody else, or a new version of one, in the registry.',
  description: 'As its own `server.json` describes it. It is shown to everybody, and never called by us.',
  effect: 'write',
  access,
  audit: 'server.added',
  input: z.strictObject({ server: ServerJson }),
  output: Entry,
  errors: ['conflict'],
  examples: [
    {
      title: 'The next version',
      as: 'operator',
      input: { server: { ...example, version: '1.1.0' } },
      output: {
        ...exampleServer,
        id: newId(1),
        server: { ...example, version: '1.1.0' },
        statusChangedAt: EXAMPLE.now,
        publishedAt: EXAMPLE.now,
        updatedAt: EXAMPLE.now,
      },
    },
  ],
  run: (ctx, { server }) =>
    ctx.db.tx(async (tx) => {
      const [added] = await tx.run(
        addServer(ctx.clock.id(), { $schema: SERVER_SCHEMA, ...server }, ctx.clock.now()),
      );
      if (!added) {
        throw new AppError('conflict', {
          detail: { en: 'That version is listed already.', es: 'Esa versión ya está en la lista.' },
        });
      }
      const [row] = await tx.run(findServer(added.id));
      return row!;
    }),
});

const remove = defineOperation({
  name: 'servers.remove',
  route: 'DELETE /servers/{id}',
  summary: 'Take a version of somebody’s MCP server off the registry.',
  description: 'Its status becomes `deleted`, so that whoever keeps a copy of the list hears of it.',
  effect: 'destroy',
  access,
  audit: 'server.removed',
  input: z.strictObject({ id }),
  output: Entry,
  errors: ['not_found'],
  examples: [
    {
      title: 'Not any more',
      as: 'operator',
      input: { id: exampleServer.id },
      output: { ...exampleServer, status: 'deleted', statusChangedAt: EXAMPLE.now, updatedAt: EXAMPLE.now },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      await tx.run(markDeleted(input.id, ctx.clock.now()));
      const [row] = await tx.run(findServer(input.id));
      if (!row) throw new AppError('not_found');
      return row;
    }),
});

export const serverOperations: readonly Operation[] = [list, add, remove];
