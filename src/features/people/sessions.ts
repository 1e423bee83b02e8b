import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { SessionReply } from '#core/reply.ts';
import { timestamp } from '#core/schemas.ts';
import { endOtherSessions, endSession, listSessions, lockOwnSession, type SessionRow } from './store.ts';

const Session = z
  .object({
    id: z.uuid(),
    current: z.boolean().describe('True for the one that asks.'),
    agent: z.string().nullable().describe('What the browser or program calls itself.'),
    network: z.string().describe('Where the login came from: an IPv4 address or an IPv6 /64.'),
    methods: z.array(z.string()).describe('How they proved who they are.'),
    createdAt: timestamp,
    lastSeenAt: timestamp.describe('To within a minute.'),
  })
  .meta({ id: 'Session' });
type Session = z.infer<typeof Session>;

const toSession = (row: SessionRow, current: string): Session => ({
  id: row.id,
  current: row.id === current,
  agent: row.agent,
  network: row.network,
  methods: [...row.methods],
  createdAt: row.created_at,
  lastSeenAt: row.seen_at,
});

const { person, tenant } = EXAMPLE;
const example: Session = {
  id: person.otherSessionId,
  current: false,
  agent: 'Firefox',
  network: '192.0.2.7',
  methods: ['otp'],
  createdAt: tenant.createdAt,
  lastSeenAt: tenant.createdAt,
};

const list = defineOperation({
  name: 'sessions.list',
  route: 'GET /sessions',
  summary: 'List where you are logged in, newest first.',
  words: 'devices where I am signed in · dispositivos conectados',
  effect: 'read',
  access: [{ person: true }],
  realm: 'identity',
  input: z.strictObject(pageInput),
  output: pageOf(Session),
  examples: [
    {
      title: 'Two devices',
      as: 'person',
      input: {},
      output: {
        data: [
          example,
          {
            ...example,
            id: person.sessionId,
            current: true,
            agent: null,
            network: '127.0.0.1',
            lastSeenAt: '****',
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor }) => {
    const { id, sessionId } = ctx.actor.person!;
    const [rows] = await ctx.db.batch([listSessions(id, decodeCursor(cursor), limit + 1)]);
    return page(
      rows.map((row) => toSession(row, sessionId)),
      limit,
    );
  },
});

const revoke = defineOperation({
  name: 'sessions.revoke',
  route: 'DELETE /sessions/{id}',
  summary: 'End one of your sessions at once.',
  words: 'sign out one device computer phone · cerrar sesión de un dispositivo computador',
  effect: 'destroy',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'session.revoked',
  input: z.strictObject({ id: z.uuid().describe('Id of the session.') }),
  output: Session,
  examples: [{ title: 'A lost laptop', as: 'person', input: { id: person.otherSessionId }, output: example }],
  run: async (ctx, { id }) => {
    const { id: personId, sessionId } = ctx.actor.person!;
    const answer = await ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockOwnSession(personId, id));
      if (!row) throw new AppError('not_found');
      await tx.run(endSession(id, ctx.clock.now()));
      return toSession(row, sessionId);
    });
    return id === sessionId ? new SessionReply(answer, null) : answer;
  },
});

const revokeOthers = defineOperation({
  name: 'sessions.revoke_others',
  route: 'POST /sessions/revoke-others',
  summary: 'End all of your sessions but this one.',
  words: 'sign out everywhere other devices · cerrar sesión en todos los dispositivos',
  effect: 'destroy',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'session.others_revoked',
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }).meta({ id: 'SessionsEnded' }),
  examples: [{ title: 'Everywhere else', as: 'person', input: {}, output: { ended: 1 } }],
  run: (ctx) =>
    ctx.db.tx(async (tx) => {
      const { id, sessionId } = ctx.actor.person!;
      const ended = await tx.run(endOtherSessions(id, sessionId, ctx.clock.now()));
      return { ended: ended.length };
    }),
});

export const sessionOperations: readonly Operation[] = [list, revoke, revokeOthers];
