import { z } from 'zod';
import type { Actor } from '#core/actor.ts';
import { anonymous } from '#core/actor.ts';
import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { allows, authorise } from '#kernel/access.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import type { Call, Caller, Kernel } from '#kernel/types.ts';
import { check } from '#kernel/validation.ts';

const Note = z.object({ id: z.string(), title: z.string(), version: z.int() });
const common = { output: Note, examples: [] };
const example = { id: 'n1', title: 'Milk', version: 3 };

/** Operations with nothing behind them: what a surface does with them is the matter. */
export const NOTES: readonly Operation[] = [
  defineOperation({
    ...common,
    name: 'notes.update',
    route: 'PATCH /notes/{id}',
    summary: 'Change a note.',
    effect: 'write',
    access: [{ scope: 'notes:write' }],
    audit: 'note.updated',
    input: z.strictObject({ id: z.string(), title: z.string().max(20).optional() }),
    versioned: true,
    run: async (ctx) => {
      if (ctx.ifVersion !== undefined && ctx.ifVersion !== example.version)
        throw new AppError('version_conflict');
      return example;
    },
  }),
  defineOperation({
    ...common,
    name: 'notes.list',
    alias: 'notes.all',
    route: 'GET /notes',
    summary: 'List notes.',
    description: 'Newest first.',
    effect: 'read',
    access: [{ scope: 'notes:read' }],
    input: z.strictObject({ limit: z.int().max(50).default(20) }),
    output: z.object({ data: z.array(Note), limit: z.int() }),
    run: async (_ctx, { limit }) => ({ data: [example], limit }),
  }),
  defineOperation({
    ...common,
    name: 'notes.create',
    route: 'POST /notes',
    summary: 'Write a note.',
    effect: 'write',
    access: [{ scope: 'notes:write' }],
    audit: 'note.created',
    input: z.strictObject({ title: z.string().max(20) }),
    run: async (_ctx, { title }) => ({ ...example, title }),
  }),
  defineOperation({
    ...common,
    name: 'notes.delete',
    route: 'DELETE /notes/{id}',
    summary: 'Burn a note.',
    effect: 'destroy',
    access: [{ scope: 'notes:destroy' }],
    audit: 'note.deleted',
    input: z.strictObject({ id: z.string() }),
    run: async () => {
      throw new Error('a secret cause');
    },
  }),
  defineOperation({
    ...common,
    name: 'notes.wait',
    route: 'GET /notes/wait',
    summary: 'Wait until the caller hangs up.',
    effect: 'read',
    access: [{ scope: 'notes:read' }],
    input: z.strictObject({ ms: z.int() }),
    run: async (ctx, { ms }) => {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        ctx.signal.addEventListener('abort', () => (clearTimeout(timer), resolve(undefined)));
      });
      return { ...example, title: ctx.signal.aborted ? 'cancelled' : 'in time' };
    },
  }),
  defineOperation({
    ...common,
    name: 'server.status',
    route: 'GET /server',
    summary: 'Look at the installation.',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({}),
    run: async () => example,
  }),
];

const TENANT = { id: '01960000-0000-7000-8000-000000000001', slug: 'pepe', country: 'CL' };
const actor = (kind: Actor['kind'], scopes: string[], tenant: Actor['tenant'] = TENANT): Actor => ({
  kind,
  id: kind,
  label: kind,
  tenant,
  scopes: new Set(scopes),
  credential: { kind: 'key', id: null },
  expiresAt: null,
});

export const ACTORS: Readonly<Record<string, Actor>> = {
  writer: actor('key', ['notes:write']),
  reader: actor('key', ['notes:read']),
  nobody: actor('key', []),
  all: actor('key', ['*']),
  operator: actor('operator', [], null),
};

const CLIENT = { network: '127.0.0.1', agent: null, language: 'en' } as const;
const LIMIT = { name: 'key', quota: 100, windowSeconds: 60, remaining: 99, resetSeconds: 60 };

export interface FakeKernel extends Kernel {
  /** What reached the kernel, in order. */
  readonly calls: Call[];
  readonly tokens: (string | undefined)[];
  /** What came of each call. */
  readonly results: string[];
}

/** The kernel's interface without database, limits and transactions. Tokens are the names of ACTORS, and `busy`. */
export function fakeKernel(operations: readonly Operation[] = NOTES): FakeKernel {
  const calls: Call[] = [];
  const tokens: (string | undefined)[] = [];
  const results: string[] = [];
  return {
    calls,
    tokens,
    results,
    catalogue: compileCatalogue(operations),
    allows,
    async admit({ token }): Promise<Caller> {
      tokens.push(token);
      if (token === undefined) return { actor: anonymous, client: CLIENT, limit: LIMIT };
      if (token === 'busy') throw new AppError('rate_limited', { retryAfterSeconds: 7 });
      const known = ACTORS[token];
      if (known) return { actor: known, client: CLIENT, limit: LIMIT };
      throw new AppError('unauthenticated', {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      });
    },
    confirm: async () => {},
    async run(call) {
      calls.push(call);
      const { operation, validateInput } = call.operation;
      check(validateInput, call.input);
      authorise(call.caller.actor, operation);
      const ctx = { actor: call.caller.actor, ifVersion: call.ifVersion, signal: call.signal } as Ctx;
      const answer = (await operation.run(ctx, call.input as never)) as { version?: number };
      const text = JSON.stringify(answer);
      results.push(text);
      return { text, version: answer.version, replayed: call.idempotencyKey === 'again' };
    },
  };
}
