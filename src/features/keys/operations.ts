import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { holdsScope, type Scope } from '#core/actor.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label } from '#core/schemas.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { Key } from './schema.ts';
import { insertKey, listKeys, lockKey, revokeKey } from './store.ts';

/** Marks our keys in logs and secret scanners. */
export const KEY_PREFIX = 'smk_';
const SECRET_BYTES = 32;
const SHOWN_CHARACTERS = 8;
const MAX_SCOPES = 100;

const example: Key = {
  id: EXAMPLE.keyId,
  name: 'Example',
  prefix: 'smk_EXAMPLE1',
  scopes: ['*'],
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
    description: 'The key is shown once, in this answer. `*` stands for all scopes of the company.',
    effect: 'write',
    access: [{ scope: 'keys:write' }],
    stepUp: true,
    audit: 'key.created',
    input: z.strictObject({
      name: label(100).describe('What the key is for.'),
      scopes: z.array(z.string().max(60)).min(1).max(MAX_SCOPES).describe('Scopes to grant, or `*`.'),
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
      const wanted = [...new Set(input.scopes)];
      for (const scope of wanted) refuseScope(scope, scopes(), ctx.actor.scopes);
      const now = ctx.clock.now();
      if (input.expiresAt !== undefined && new Date(input.expiresAt) <= now) {
        throw invalidField('expiresAt', 'past', {
          en: 'must be in the future',
          es: 'debe estar en el futuro',
        });
      }
      const secret = KEY_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
      const key: Key = {
        id: ctx.clock.id(),
        name: input.name.trim(),
        prefix: secret.slice(0, KEY_PREFIX.length + SHOWN_CHARACTERS),
        scopes: wanted,
        createdAt: now.toISOString(),
        expiresAt: input.expiresAt ? new Date(input.expiresAt).toISOString() : null,
        revokedAt: null,
        lastUsedAt: null,
      };
      return ctx.db.batch([insertKey(key, tokenHash(secret), ctx.tenant.id)], { ...key, key: secret });
    },
  });

  const list = defineOperation({
    name: 'keys.list',
    route: 'GET /keys',
    summary: 'List API keys, newest first.',
    effect: 'read',
    access: [{ scope: 'keys:read' }],
    input: z.strictObject(pageInput),
    output: pageOf(Key),
    examples: [{ title: 'All keys', input: {}, output: { data: [example], nextCursor: null } }],
    run: async (ctx, { limit, cursor }) => {
      const [rows] = await ctx.db.batch([listKeys(decodeCursor(cursor), limit + 1)]);
      return page(rows, limit);
    },
  });

  const revoke = defineOperation({
    name: 'keys.revoke',
    route: 'DELETE /keys/{id}',
    summary: 'Revoke an API key at once.',
    description: 'Revoking it again changes nothing.',
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

/** A key never holds more than its maker. @throws AppError invalid_input */
function refuseScope(scope: string, known: readonly string[], held: ReadonlySet<string>): void {
  if (scope !== '*' && !known.includes(scope)) {
    const all = known.join(', ');
    throw invalidField('scopes', 'unknown', {
      en: `${scope} is not a scope; there are: *, ${all}`,
      es: `${scope} no es un permiso; existen: *, ${all}`,
    });
  }
  if (scope === '*' ? !held.has('*') : !holdsScope(held, scope as Scope)) {
    throw invalidField('scopes', 'not_held', {
      en: `you don’t hold ${scope} yourself`,
      es: `usted no tiene el permiso ${scope}`,
    });
  }
}
