import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { holdsAll, type Actor } from '#core/actor.ts';
import type { Tx } from '#core/db.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label } from '#core/schemas.ts';
import { grantable } from '#core/scopes.ts';
import { lockAccount } from '#features/accounts/index.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { KEY_PREFIX } from './prefix.ts';
import { Key, KEY_STATES } from './schema.ts';
import { insertKey, listKeys, lockKey, revokeKey } from './store.ts';

const SECRET_BYTES = 32;
const SHOWN_CHARACTERS = 8;
const MAX_SCOPES = 100;
/** The most that a key lives which was made from outside: by the operator during an entry of an hour. */
const GRANT_KEY_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

const example: Key = {
  id: EXAMPLE.keyId,
  name: 'Example',
  prefix: 'smk_EXAMPLE1',
  scopes: ['*'],
  accountId: null,
  createdAt: EXAMPLE.tenant.createdAt,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
};

/** `scopes()` are all scopes of the catalogue, known once it is complete. */
export function keyOperations(scopes: () => readonly string[]): readonly Operation[] {
  const create = defineOperation({
    name: 'keys.create',
    route: 'POST /keys',
    summary: 'Create an API key.',
    description:
      'The key is shown once, in this answer. `*` stands for all scopes of the company but the owners’ own. A key never outlives the key that made it; one made during an operator’s entry lives 90 days at the most.',
    words: 'token credential integration · token credencial integración',
    effect: 'write',
    access: [{ scope: 'keys:write' }],
    stepUp: true,
    audit: 'key.created',
    input: z.strictObject({
      name: label(100).describe('What the key is for.'),
      scopes: z.array(z.string().max(60)).min(1).max(MAX_SCOPES).describe('Scopes to grant, or `*`.'),
      accountId: z.uuid().optional().describe('The service account that it belongs to and ends with.'),
      expiresAt: z.iso.datetime().optional().describe('When it stops working by itself.'),
    }),
    output: Key.extend({
      key: z.string().nullable().meta({ secret: true }).describe('The key; null when an answer is repeated.'),
    }),
    examples: [
      {
        title: 'For a program that only reads contacts',
        input: { name: 'Report', scopes: ['contacts:read'] },
        output: {
          ...example,
          id: newId(1),
          name: 'Report',
          prefix: 'smk_********',
          scopes: ['contacts:read'],
          createdAt: EXAMPLE.now,
          key: 'smk_*******************************************',
        },
      },
    ],
    run: async (ctx, input) => {
      const wanted = grantable(input.scopes, scopes(), ctx.actor.scopes);
      const now = ctx.clock.now();
      const expiresAt = expiryOf(input.expiresAt, ctx.actor, now);
      const secret = KEY_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
      const key: Key = {
        id: ctx.clock.id(),
        name: input.name.trim(),
        prefix: secret.slice(0, KEY_PREFIX.length + SHOWN_CHARACTERS),
        scopes: wanted,
        accountId: input.accountId ?? null,
        createdAt: now.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
        revokedAt: null,
        lastUsedAt: null,
      };
      const insert = insertKey(key, tokenHash(secret), ctx.tenant.id);
      const answer = { ...key, key: secret };
      const { accountId } = input;
      if (accountId === undefined) return ctx.db.batch([insert], answer);
      return ctx.db.tx(async (tx) => {
        await requireAccount(tx, accountId, wanted);
        await tx.run(insert);
        return answer;
      });
    },
  });

  const list = defineOperation({
    name: 'keys.list',
    route: 'GET /keys',
    summary: 'List API keys, newest first.',
    words: 'tokens credentials · tokens credenciales',
    effect: 'read',
    access: [{ scope: 'keys:read' }],
    input: z.strictObject({
      ...pageInput,
      q: z.string().trim().min(1).max(100).optional().describe('Part of the name, or the key’s beginning.'),
      state: z
        .enum(KEY_STATES)
        .optional()
        .describe('Only those that work, are over by themselves, or were revoked.'),
      accountId: z.uuid().optional().describe('Only those of this service account.'),
      expiresBefore: z.iso.datetime().optional().describe('Only those that end by themselves before then.'),
    }),
    output: pageOf(Key),
    examples: [
      { title: 'All keys', input: {}, output: { data: [example], nextCursor: null } },
      {
        title: 'Those that still work and end this month',
        input: { state: 'active', expiresBefore: '2026-04-01T00:00:00.000Z' },
        output: { data: [], nextCursor: null },
      },
    ],
    run: async (ctx, { limit, cursor, ...filter }) => {
      const [rows] = await ctx.db.batch([listKeys(filter, ctx.clock.now(), decodeCursor(cursor), limit + 1)]);
      return page(rows, limit);
    },
  });

  const revoke = defineOperation({
    name: 'keys.revoke',
    route: 'DELETE /keys/{id}',
    summary: 'Revoke an API key at once.',
    description: 'Revoking it again changes nothing.',
    words: 'stolen leaked token · token robado filtrado',
    effect: 'destroy',
    access: [{ scope: 'keys:destroy' }],
    audit: 'key.revoked',
    input: z.strictObject({ id: z.uuid().describe('Id of the key.') }),
    output: Key,
    examples: [
      { title: 'Revoke', input: { id: EXAMPLE.keyId }, output: { ...example, revokedAt: EXAMPLE.now } },
    ],
    run: (ctx, { id }) =>
      ctx.db.tx(async (tx) => {
        const [key] = await tx.run(lockKey(id));
        if (!key) throw new AppError('not_found');
        if (key.revokedAt !== null) return key;
        const now = ctx.clock.now();
        await tx.run(revokeKey(id, now));
        return { ...key, revokedAt: now.toISOString() };
      }),
  });

  return [create, list, revoke];
}

/** Its account bounds a key as its maker does. @throws AppError invalid_input */
async function requireAccount(tx: Tx, id: string, scopes: readonly string[]): Promise<void> {
  const [account] = await tx.run(lockAccount(id));
  if (!account || account.disabled) {
    throw invalidField('accountId', 'unknown', {
      en: 'is no account that is in use here',
      es: 'no es una cuenta en uso de esta empresa',
    });
  }
  if (holdsAll(new Set(account.scopes), scopes)) return;
  throw invalidField('scopes', 'beyond_account', {
    en: `the account holds only: ${account.scopes.join(', ')}`,
    es: `la cuenta tiene solo: ${account.scopes.join(', ')}`,
  });
}

/** When the maker's own right to make keys ends; null: not by itself. A person's login says nothing about keys. */
function latestExpiry({ kind, expiresAt, person }: Actor, now: Date): Date | null {
  if (kind === 'grant') return new Date(now.getTime() + GRANT_KEY_DAYS * DAY_MS);
  return person || expiresAt === null ? null : new Date(expiresAt);
}

/** @throws AppError invalid_input for a moment that is over, or later than the maker's own end */
function expiryOf(asked: string | undefined, actor: Actor, now: Date): Date | null {
  const latest = latestExpiry(actor, now);
  if (asked === undefined) return latest;
  const at = new Date(asked);
  if (at <= now) {
    throw invalidField('expiresAt', 'past', {
      en: 'must be in the future',
      es: 'debe estar en el futuro',
    });
  }
  if (latest !== null && at > latest) {
    throw invalidField('expiresAt', 'too_late', {
      en: `must not be after ${latest.toISOString()}`,
      es: `no debe ser después de ${latest.toISOString()}`,
    });
  }
  return at;
}
