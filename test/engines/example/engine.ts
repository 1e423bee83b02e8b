import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { AppError } from '#core/errors.ts';
import type { ContactsDefinition, EngineContact } from '#core/engine-contacts.ts';
import type { HookDefinition } from '#core/engine-hooks.ts';
import type { PeopleDefinition } from '#core/engine-people.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { Operation } from '#core/operation.ts';
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

interface Person {
  readonly id: string;
  readonly ref: string;
}

const people: PeopleDefinition = {
  put: async (ctx, member, known) => {
    const path = `${accountOf(ctx)}/people`;
    const found =
      known ?? (await ask<Person[]>(ctx, { method: 'GET', path: `${path}?ref=${member.ugid}` }))[0]?.id;
    const { ugid: ref, name, login, role } = member;
    const body = { ref, name, login, role, open: true };
    if (found === undefined) return (await ask<Person>(ctx, { method: 'POST', path, body })).id;
    await ask(ctx, { method: 'PATCH', path: `${path}/${found}`, body });
    return found;
  },
  disable: async (ctx, id) => {
    try {
      await ask(ctx, { method: 'PATCH', path: `${accountOf(ctx)}/people/${id}`, body: { open: false } });
    } catch (error) {
      // Who is gone doesn't get in either.
      if (!(error instanceof AppError) || error.code !== 'engine_not_found') throw error;
    }
  },
  launch: async (ctx, _, id) => {
    if (id === null) return { url: ctx.link.url, expiresAt: null, reason: 'no_user' };
    const path = `${accountOf(ctx)}/people/${id}/login`;
    const { url, expiresAt } = await ask<{ url: string; expiresAt: string }>(ctx, { method: 'POST', path });
    return { url, expiresAt, reason: null };
  },
};

interface Card {
  readonly id: string;
  readonly ref: string | null;
  readonly name: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly taxId: string | null;
  readonly gone: boolean;
}

const toContact = ({ id, gone: away, name, mail, phone, taxId, ref }: Card): EngineContact => ({
  id,
  gone: away,
  name,
  email: mail,
  phone,
  taxId,
  ours: ref,
});

const contacts: ContactsDefinition = {
  put: async (ctx, { id: ref, name, email: mail, phone, taxId }, known) => {
    const path = `${accountOf(ctx)}/cards`;
    const search = async (query: Record<string, string | null>): Promise<string | undefined> => {
      const [[key, value] = []] = Object.entries(query);
      if (!key || value === null || value === undefined) return undefined;
      const text = new URLSearchParams({ [key]: value }).toString();
      return (await ask<Card[]>(ctx, { method: 'GET', path: `${path}?${text}` }))[0]?.id;
    };
    const there = known ?? (await search({ ref })) ?? (await search({ phone })) ?? (await search({ mail }));
    const body = { ref, name, mail, phone, taxId, gone: false };
    const card =
      there === undefined
        ? await ask<Card>(ctx, { method: 'POST', path, body })
        : await ask<Card>(ctx, { method: 'PATCH', path: `${path}/${there}`, body });
    return toContact(card);
  },
  get: async (ctx, id) => {
    try {
      return toContact(await ask<Card>(ctx, { method: 'GET', path: `${accountOf(ctx)}/cards/${id}` }));
    } catch (error) {
      if (error instanceof AppError && error.code === 'engine_not_found') return null;
      throw error;
    }
  },
  remove: async (ctx, id) => {
    await ask(ctx, { method: 'PATCH', path: `${accountOf(ctx)}/cards/${id}`, body: { gone: true } });
  },
  changes: async (ctx, cursor) => {
    const path = `${accountOf(ctx)}/cards?since=${cursor ?? 0}`;
    const page = await ask<{ cards: Card[]; next: number; more: boolean }>(ctx, { method: 'GET', path });
    return { contacts: page.cards.map(toContact), cursor: String(page.next), more: page.more };
  },
};

const Told = z.object({ card: z.looseObject({ id: z.string() }), at: z.string() });

const hooks: HookDefinition = {
  verify: ({ headers }, { secrets }) =>
    secrets['token'] !== undefined && headers['x-example-token'] === secrets['token']
      ? { id: headers['x-example-id'], kind: 'card' }
      : undefined,
  read: (_, body) => {
    const { success, data } = Told.safeParse(body);
    return success ? [{ what: 'contact', ...toContact(data.card as unknown as Card) }] : [];
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

export const exampleOperations: readonly Operation[] = [notes, write];

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
    people,
    contacts,
    hooks,
    provisioner: { present: [account, welcome], suspended: [closed], absent: [gone] },
  },
});
