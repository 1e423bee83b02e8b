import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { defineEngine, type EngineCtx, type EngineRequest, type Step } from '#core/engine.ts';

/** The smallest engine that has everything: docs/adding-an-engine.md copies it. */

interface Account {
  readonly id: string;
  readonly open: boolean;
}

async function ask<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  const answer = await ctx.http({
    ...request,
    headers: { authorization: `Bearer ${ctx.link.credentials['key']}` },
  });
  const body = answer.json<T & { message?: string }>();
  if (answer.status < 300) return body;
  const words = body.message;
  switch (answer.status) {
    case 401:
      throw engineError('engine_rejected_credentials');
    case 404:
      throw engineError('engine_not_found', words);
    case 409:
      throw engineError('engine_conflict', words);
    case 429:
      throw engineError('engine_rate_limited', words, { retryAfterSeconds: 7 });
    default:
      throw engineError('engine_invalid', words);
  }
}

const accountOf = (ctx: EngineCtx): string => `/accounts/${String(ctx.link.state['account'])}`;

const find = async (ctx: EngineCtx & { company: { id: string } }): Promise<Account | undefined> =>
  (await ask<Account[]>(ctx, { method: 'GET', path: `/accounts?company=${ctx.company.id}` }))[0];

const account: Step = {
  name: 'account',
  title: { es: 'Cuenta', en: 'Account' },
  observe: async (ctx) => {
    const found = await find(ctx);
    return found?.open ? { state: { account: found.id } } : null;
  },
  apply: async (ctx) => {
    const found = await find(ctx);
    if (found) await ask(ctx, { method: 'PATCH', path: `/accounts/${found.id}`, body: { open: true } });
    const { id } =
      found ??
      (await ask<Account>(ctx, { method: 'POST', path: '/accounts', body: { company: ctx.company.id } }));
    return { state: { account: id } };
  },
};

const welcome: Step = {
  name: 'welcome',
  title: { es: 'Nota de bienvenida', en: 'Welcome note' },
  observe: async (ctx) => {
    const notes = await ask<object[]>(ctx, { method: 'GET', path: `${accountOf(ctx)}/notes` });
    // A secret that was made and never kept is lost: then there is something left to do.
    return notes.length > 0 && ctx.link.secrets['token'] ? {} : null;
  },
  apply: async (ctx) => {
    const path = `${accountOf(ctx)}/notes`;
    const notes = await ask<object[]>(ctx, { method: 'GET', path });
    if (notes.length === 0) await ask(ctx, { method: 'POST', path, body: { text: ctx.company.name } });
    return { secrets: { token: ctx.random() } };
  },
};

const closed: Step = {
  name: 'closed',
  title: { es: 'Cuenta cerrada', en: 'Account closed' },
  // Also of a company that was suspended before it had anything.
  observe: async (ctx) => ((await find(ctx))?.open ? null : {}),
  apply: async (ctx) => {
    const found = await find(ctx);
    if (found) await ask(ctx, { method: 'PATCH', path: `/accounts/${found.id}`, body: { open: false } });
    return {};
  },
};

const gone: Step = {
  name: 'gone',
  title: { es: 'Cuenta eliminada', en: 'Account deleted' },
  destructive: true,
  observe: async (ctx) => ((await find(ctx)) ? null : {}),
  apply: async (ctx) => {
    const found = await find(ctx);
    if (found) await ask(ctx, { method: 'DELETE', path: `/accounts/${found.id}` });
    return { secrets: { token: null } };
  },
};

const Note = z.object({ id: z.string(), text: z.string() }).meta({ id: 'ExampleNote' });

const notes = defineEngineOperation({
  name: 'example.notes',
  route: 'GET /example/notes',
  summary: 'List notes.',
  effect: 'read',
  access: [{ scope: 'example:read' }],
  input: z.strictObject({}),
  output: z.object({ data: z.array(Note) }),
  examples: [],
  run: async (ctx) => ({
    data: await ask<z.infer<typeof Note>[]>(ctx, { method: 'GET', path: `${accountOf(ctx)}/notes` }),
  }),
});

const write = defineEngineOperation({
  name: 'example.write',
  route: 'POST /example/notes',
  summary: 'Write a note.',
  effect: 'write',
  access: [{ scope: 'example:write' }],
  audit: 'example.written',
  timeoutMs: 1_000,
  input: z.strictObject({ text: z.string() }),
  output: Note,
  errors: ['engine_invalid', 'engine_outcome_unknown', 'engine_unreachable'],
  examples: [],
  run: (ctx, { text }) => ask(ctx, { method: 'POST', path: `${accountOf(ctx)}/notes`, body: { text } }),
});

export const example = defineEngine({
  name: 'example',
  title: 'Example',
  settings: ['EXAMPLE_URL'],
  connector: {
    credentials: z.strictObject({ key: z.string().describe('Key of the API.') }),
    settings: z.strictObject({}),
    discover: async (ctx) => {
      const { version } = await ask<{ version: string }>(ctx, { method: 'GET', path: '/version' });
      return { version, capabilities: ['notes'] };
    },
    operations: [notes, write],
    provisioner: { present: [account, welcome], suspended: [closed], absent: [gone] },
  },
});
