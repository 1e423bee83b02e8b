import { z } from 'zod';
import { holdsAll, type Actor } from '#core/actor.ts';
import { requireVersion } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label, timestamp } from '#core/schemas.ts';
import { grantable } from '#core/scopes.ts';
import { insertAccount, listAccounts, lockAccount, updateAccount } from './store.ts';

const MAX_SCOPES = 100;

const Account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()).describe('The most that a key of it can hold.'),
    disabled: z.boolean(),
    createdAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

const example: Account = {
  id: EXAMPLE.accountId,
  name: 'Agente de ventas',
  scopes: ['contacts:write'],
  disabled: false,
  createdAt: EXAMPLE.tenant.createdAt,
  version: 1,
};
const id = z.uuid().describe('Id of the account.');
const fields = {
  name: label(100).describe('As it stands in the audit, e.g. what the agent is called.'),
  scopes: z.array(z.string().max(60)).min(1).max(MAX_SCOPES).describe('The most that a key of it can hold.'),
};

/** @throws AppError not_found, or forbidden for an account that may do more than the caller */
function requireHeld(actor: Actor, account: Account | undefined): asserts account is Account {
  if (!account) throw new AppError('not_found');
  if (holdsAll(actor.scopes, account.scopes)) return;
  throw new AppError('forbidden', {
    detail: {
      en: 'This account may do more than you may.',
      es: 'Esta cuenta permite más de lo que usted puede hacer.',
    },
  });
}

const list = defineOperation({
  name: 'accounts.list',
  route: 'GET /accounts',
  summary: 'List service accounts, newest first.',
  effect: 'read',
  access: [{ scope: 'accounts:read' }],
  input: z.strictObject({
    ...pageInput,
    disabled: z.boolean().optional().describe('Only those that were ended, or only those that were not.'),
  }),
  output: pageOf(Account),
  examples: [{ title: 'All accounts', input: {}, output: { data: [example], nextCursor: null } }],
  run: async (ctx, { limit, cursor, disabled }) => {
    const [rows] = await ctx.db.batch([listAccounts(disabled ?? null, decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

/** `scopes()` are all scopes of the catalogue, known once it is complete. */
export function accountOperations(scopes: () => readonly string[]): readonly Operation[] {
  const create = defineOperation({
    name: 'accounts.create',
    route: 'POST /accounts',
    summary: 'Make a service account: a program or agent that acts as itself.',
    description: 'Its keys (keys.create with accountId) hold no more than it does, and end with it.',
    words: 'robot bot machine integration user · usuario robot integración',
    effect: 'write',
    access: [{ scope: 'accounts:write' }],
    stepUp: true,
    audit: 'account.created',
    input: z.strictObject(fields),
    output: Account,
    versioned: true,
    examples: [
      {
        title: 'A sales agent',
        input: { name: 'Agente de cobranza', scopes: ['contacts:read'] },
        output: {
          ...example,
          id: newId(1),
          name: 'Agente de cobranza',
          scopes: ['contacts:read'],
          createdAt: EXAMPLE.now,
        },
      },
    ],
    run: async (ctx, input) => {
      const account: Account = {
        id: ctx.clock.id(),
        name: input.name.trim(),
        scopes: grantable(input.scopes, scopes(), ctx.actor.scopes),
        disabled: false,
        createdAt: ctx.clock.now().toISOString(),
        version: 1,
      };
      return ctx.db.batch([insertAccount(account, ctx.tenant.id)], account);
    },
  });

  const update = defineOperation({
    name: 'accounts.update',
    route: 'PATCH /accounts/{id}',
    summary: 'Change a service account.',
    description: 'A key of it may do what both hold: fewer scopes reach its keys within seconds.',
    effect: 'write',
    access: [{ scope: 'accounts:write' }],
    stepUp: true,
    audit: 'account.updated',
    input: z.strictObject({ id, name: fields.name.optional(), scopes: fields.scopes.optional() }),
    output: Account,
    versioned: true,
    examples: [
      {
        title: 'Only reading',
        input: { id: example.id, scopes: ['contacts:read'] },
        output: { ...example, scopes: ['contacts:read'], version: 2 },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [account] = await tx.run(lockAccount(input.id));
        requireHeld(ctx.actor, account);
        requireVersion(ctx, account.version);
        const next = {
          ...account,
          name: input.name?.trim() ?? account.name,
          scopes: input.scopes ? grantable(input.scopes, scopes(), ctx.actor.scopes) : account.scopes,
          version: account.version + 1,
        };
        await tx.run(updateAccount(next, ctx.clock.now()));
        return next;
      }),
  });

  const disable = defineOperation({
    name: 'accounts.disable',
    route: 'POST /accounts/{id}/disable',
    summary: 'End a service account and all of its keys at once.',
    effect: 'destroy',
    access: [{ scope: 'accounts:destroy' }],
    audit: 'account.disabled',
    input: z.strictObject({ id }),
    output: Account,
    versioned: true,
    examples: [
      {
        title: 'An agent that isn’t trusted any more',
        input: { id: example.id },
        output: { ...example, disabled: true, version: 2 },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [account] = await tx.run(lockAccount(input.id));
        if (!account) throw new AppError('not_found');
        requireVersion(ctx, account.version);
        const next = { ...account, disabled: true, version: account.version + 1 };
        await tx.run(updateAccount(next, ctx.clock.now()));
        return next;
      }),
  });

  return [list, create, update, disable];
}
