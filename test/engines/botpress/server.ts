import { randomUUID } from 'node:crypto';
import type { ApiBot, ApiConversation, ApiIntegration, ApiMessage } from '#engines/botpress/shapes.ts';
import type { Asked, Said } from '#test/engines/stand-in.ts';

const AT = '2026-03-01T12:00:00.000Z';

/** Of @botpress/client 1.45.0: the status of each type. */
const STATUS: Readonly<Record<string, number>> = {
  Internal: 500,
  Unauthorized: 401,
  Forbidden: 403,
  InvalidPayload: 400,
  MethodNotFound: 405,
  ResourceNotFound: 404,
  RateLimited: 429,
  QuotaExceeded: 403,
};

const fail = (type: string, message: string, headers: Record<string, string> = {}): Said => ({
  status: STATUS[type]!,
  headers,
  body: { id: `err_${randomUUID()}`, code: STATUS[type], type, message },
});
const ok = (body: unknown, status = 200): Said => ({ status, body });

type Bot = ApiBot & { tags: Record<string, string>; integrations: Record<string, ApiIntegration> };
type OfBot<T> = T & { botId: string };

export interface BotpressSeed {
  readonly bots: readonly Bot[];
  readonly conversations: readonly OfBot<ApiConversation>[];
  readonly messages: readonly OfBot<ApiMessage>[];
}

/** Botpress Cloud as its client's types and facts/engines.md say; one workspace. */
export class BotpressServer {
  readonly token: string;
  readonly workspaceId = 'wkspace_01EXAMPLE';
  bots: Bot[] = [];
  conversations: OfBot<ApiConversation>[] = [];
  messages: OfBot<ApiMessage>[] = [];
  /** Anything but `well` ails all of it. `silent` does what it is asked and says nothing of it. */
  mood: 'well' | 'limited' | 'broken' | 'html' | 'silent' = 'well';
  /** Creating a bot beyond that many is refused. */
  quota = 1_000;
  readonly #newMessage: () => { id: string; createdAt: string };

  constructor(token = 'bp_pat_of_tests', newMessage?: () => { id: string; createdAt: string }) {
    this.token = token;
    this.#newMessage = newMessage ?? (() => ({ id: `msg_${randomUUID()}`, createdAt: AT }));
  }

  reset(seed: BotpressSeed): void {
    this.bots = seed.bots.map((one) => structuredClone(one));
    this.conversations = [...seed.conversations];
    this.messages = [...seed.messages];
  }

  answer(asked: Asked): Said {
    switch (this.mood) {
      case 'limited':
        return fail('RateLimited', 'Too many requests', { 'retry-after': '60' });
      case 'broken':
        return fail(
          'Internal',
          'Cannot reach postgres://admin:hunter2@10.0.0.3/bp\n    at query (/app/db.js:3)',
        );
      case 'html':
        return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>cloudflare</html>' };
      case 'silent':
        this.#answer(asked);
        return { status: 502, body: 'Bad gateway' };
      default:
        return this.#answer(asked);
    }
  }

  #answer(asked: Asked): Said {
    const { path, headers } = asked;
    if (headers.authorization !== `Bearer ${this.token}`)
      return fail('Unauthorized', 'Invalid or missing credentials');
    const [, version, part, noun, id] = path.split('/').map(decodeURIComponent);
    if (version !== 'v1') return fail('ResourceNotFound', `Route ${path} does not exist`);
    if (part === 'admin') {
      if (noun === 'account') return ok({ account: { id: 'acc_1', email: 'operador@example.cl' } });
      if (headers['x-workspace-id'] !== this.workspaceId)
        return fail('Forbidden', "You don't have access to this workspace");
      if (noun === 'bots') return id === undefined ? this.#bots(asked) : this.#bot(asked, id);
    }
    if (part === 'chat') return this.#chat(asked, noun, id);
    return fail('ResourceNotFound', `Route ${path} does not exist`);
  }

  #page({ query }: Asked, name: string, rows: readonly object[]): Said {
    const size = Number(query.get('pageSize') ?? 20);
    const token = query.get('nextToken');
    const from = token === null ? 0 : Number(Buffer.from(token, 'base64').toString().replace(/^at:/, ''));
    if (!Number.isInteger(from)) return fail('InvalidPayload', 'Invalid nextToken');
    const more = from + size < rows.length;
    const nextToken = Buffer.from(`at:${from + size}`).toString('base64');
    return ok({ [name]: rows.slice(from, from + size), meta: { ...(more && { nextToken }) } });
  }

  #bots(asked: Asked): Said {
    const { method, body, query } = asked;
    if (method === 'POST') {
      if (this.bots.length >= this.quota)
        return fail('QuotaExceeded', 'The workspace has reached its limit of bots');
      const made: Bot = {
        id: randomUUID(),
        name: (body?.name as string | undefined) ?? 'Untitled',
        tags: { ...body?.tags },
        status: 'active',
        integrations: {},
        createdAt: AT,
        updatedAt: AT,
      };
      this.bots.push(made);
      return ok({ bot: made }, 201);
    }
    const tags = [...query].filter(([name]) => name.startsWith('tags.'));
    const rows = this.bots.filter((one) => tags.every(([name, value]) => one.tags[name.slice(5)] === value));
    return this.#page(
      asked,
      'bots',
      // Lists are shorter.
      rows.map(({ id, name, tags: kept, createdAt, updatedAt, deployedAt }) => ({
        id,
        name,
        tags: kept,
        type: 'studio',
        createdAt,
        updatedAt,
        deployedAt,
      })),
    );
  }

  #bot({ method, body }: Asked, id: string): Said {
    const at = this.bots.findIndex((one) => one.id === id);
    const bot = this.bots[at];
    if (!bot) return fail('ResourceNotFound', `Bot ${id} doesn't exist`);
    if (method === 'DELETE') {
      this.bots.splice(at, 1);
      return ok({});
    }
    if (method === 'PUT') {
      const given = body as {
        name?: string;
        tags?: Record<string, string | null>;
        integrations?: Record<string, object>;
      };
      const tags = Object.entries({ ...bot.tags, ...given.tags }).filter(([, value]) => value);
      const integrations = { ...bot.integrations };
      for (const [alias, change] of Object.entries(given.integrations ?? {}))
        integrations[alias] = { ...integrations[alias]!, ...change };
      this.bots[at] = {
        ...bot,
        ...(given.name !== undefined && { name: given.name }),
        tags: Object.fromEntries(tags) as Record<string, string>,
        integrations,
      };
    }
    return ok({ bot: this.bots[at] });
  }

  #chat(asked: Asked, noun: string | undefined, id: string | undefined): Said {
    const { method, body, query, headers } = asked;
    const botId = headers['x-bot-id'] as string | undefined;
    if (!this.bots.some((one) => one.id === botId)) return fail('Forbidden', 'The bot does not exist');
    const strip = (row: object): object => ({ ...row, botId: undefined });
    const has = (conversationId: unknown): boolean =>
      this.conversations.some((one) => one.botId === botId && one.id === conversationId);
    if (noun === 'conversations' && id === undefined) {
      const rows = this.conversations.filter((one) => one.botId === botId);
      return this.#page(asked, 'conversations', rows.map(strip));
    }
    if (noun !== 'messages') return fail('ResourceNotFound', 'Route does not exist');
    const conversationId =
      method === 'POST' ? (body?.conversationId as unknown) : query.get('conversationId');
    if (!has(conversationId))
      return fail('ResourceNotFound', `Conversation ${String(conversationId)} doesn't exist`);
    if (method !== 'POST') {
      const rows = this.messages.filter((one) => one.conversationId === conversationId);
      return this.#page(asked, 'messages', rows.map(strip));
    }
    if (typeof body.userId !== 'string' || typeof body.type !== 'string' || !body.tags)
      return fail('InvalidPayload', 'body must have required properties');
    const made: OfBot<ApiMessage> = {
      ...this.#newMessage(),
      conversationId: conversationId as string,
      userId: body.userId as string,
      type: body.type as string,
      payload: body.payload as Record<string, unknown>,
      direction: body.userId === botId ? 'outgoing' : 'incoming',
      botId: botId!,
    };
    this.messages.unshift(made);
    return ok({ message: strip(made) }, 201);
  }
}
