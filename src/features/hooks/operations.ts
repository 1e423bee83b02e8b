import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { dropSecret } from '#platform/db/secrets.ts';
import { GRACE_MS, keep, makeAddress, newToken, openKept, pathOf, urlOf, type Kept } from './address.ts';
import { exampleHook } from './examples.ts';
import { sourceOf, sourcesOf, type HookParts, type Source } from './parts.ts';
import { Hook, secretField, Sender, secretInput, sourceName, urlField } from './schema.ts';
import { deleteHook, findSecret, listHooks, lockHook, lookAgain, rotateHook } from './store.ts';

const Made = z
  .object({ engine: z.string(), url: urlField, secret: secretField })
  .meta({ id: 'IncomingHookMade' });

const taken = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'There is an address for it already. hooks.rotate gives another one, hooks.set_secret another secret.',
      es: 'Ya existe una dirección para él. hooks.rotate entrega otra, hooks.set_secret otro secreto.',
    },
  });
const ofAnEngine = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'This engine is connected: its address and its secret are looked after by themselves.',
      es: 'Este sistema está conectado: su dirección y su secreto se mantienen solos.',
    },
  });

/** @throws AppError invalid_input */
function secretFor({ sender }: Source, given: string | undefined): string | undefined {
  if (sender?.secret === 'ours') return given ?? newToken();
  if (sender?.secret === 'theirs' && given === undefined)
    throw invalidField('secret', 'required', {
      en: 'is needed: the other system gives it out',
      es: 'es necesario: lo entrega el otro sistema',
    });
  if (!sender && given !== undefined) throw ofAnEngine();
  return given;
}

/** What is kept of the address. @throws AppError not_found */
async function lockKept(ctx: Ctx, tx: Tx, parts: HookParts, engine: string): Promise<Kept> {
  const [found] = await tx.run(lockHook(engine));
  const [row] = found ? await tx.run(findSecret(pathOf(engine))) : [];
  if (!row) throw new AppError('not_found');
  return openKept(parts, ctx.tenant, engine, row);
}

/** With another secret, beside which the one before counts for a while. */
function withSecret(kept: Kept, secret: string, now: Date): Kept {
  const until = String(now.getTime() + GRACE_MS);
  const { token, secret: secretBefore } = kept;
  return { token, secret, ...(secretBefore !== undefined && { secretBefore, secretUntil: until }) };
}

const until = (ctx: Ctx): Date => new Date(ctx.clock.now().getTime() + GRACE_MS);
const tomorrow = new Date(Date.parse(EXAMPLE.now) + GRACE_MS).toISOString();

export function addressOperations(parts: HookParts): readonly Operation[] {
  const senders = parts.senders.map(({ name, title, secret }) => ({ engine: name, title, secret }));
  const list = defineOperation({
    name: 'hooks.list',
    route: 'GET /incoming-hooks',
    summary: 'List the addresses at which other systems tell the company something.',
    description:
      'The other direction than `webhooks`, which send the company’s events out. What came in stands in `hook_deliveries`.',
    effect: 'read',
    access: [{ scope: 'hooks:read' }],
    input: z.strictObject({}),
    output: z.object({
      data: z.array(Hook),
      senders: z.array(Sender).describe('Who can be given an address by hand (hooks.create).'),
    }),
    examples: [{ title: 'All of them', input: {}, output: { data: [exampleHook], senders } }],
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([listHooks]);
      const titles = new Map(sourcesOf(parts).map(({ name, title }) => [name, title]));
      const now = ctx.clock.now().toISOString();
      return {
        data: rows.map(({ engine, createdAt, rotatedAt, beforeUntil, lastAt }) => ({
          engine,
          title: titles.get(engine) ?? engine,
          createdAt,
          rotatedAt,
          oldUntil: beforeUntil !== null && beforeUntil > now ? beforeUntil : null,
          lastAt,
        })),
        senders,
      };
    },
  });

  const create = defineOperation({
    name: 'hooks.create',
    route: 'POST /incoming-hooks',
    summary: 'Make an address at which another system can tell the company something.',
    description:
      'Enter `url` (and `secret`, where it is made here) in the other system; docs/hooks.md says where. Engines that the company has connected get theirs by themselves.',
    effect: 'write',
    access: [{ scope: 'hooks:write' }],
    stepUp: true,
    audit: 'hook.created',
    input: z.strictObject({ engine: sourceName, secret: secretInput.optional() }),
    output: Made,
    errors: ['conflict'],
    examples: [
      {
        title: 'For GitHub',
        input: { engine: 'github' },
        output: { engine: 'github', url: '****', secret: '****' },
      },
    ],
    run: (ctx, input) => {
      const source = sourceOf(parts, input.engine);
      const secret = secretFor(source, input.secret);
      return ctx.db.tx(async (tx) => {
        const made = await makeAddress(ctx, tx, parts, source.name, secret);
        if (!made) throw taken();
        const ours = source.sender?.secret === 'ours' && input.secret === undefined;
        return {
          engine: source.name,
          url: urlOf(parts, source.name, made.token),
          secret: ours ? secret! : null,
        };
      });
    },
  });

  const rotate = defineOperation({
    name: 'hooks.rotate',
    route: 'POST /incoming-hooks/{engine}/rotate',
    summary: 'Change the address of a sender.',
    description:
      'The old address is taken for 24 hours more, so that nothing is lost. A connected engine is told the new one by itself.',
    effect: 'write',
    access: [{ scope: 'hooks:write' }],
    stepUp: true,
    audit: 'hook.rotated',
    input: z.strictObject({ engine: sourceName }),
    output: z.object({ engine: z.string(), url: urlField, oldUntil: timestamp }),
    examples: [
      {
        title: 'Another address',
        input: { engine: 'shopify' },
        output: { engine: 'shopify', url: '****', oldUntil: tomorrow },
      },
    ],
    run: (ctx, input) => {
      const { name } = sourceOf(parts, input.engine);
      return ctx.db.tx(async (tx) => {
        const kept = await lockKept(ctx, tx, parts, name);
        const token = newToken();
        const now = ctx.clock.now();
        await keep(ctx, tx, parts, name, { ...kept, token });
        await tx.all([rotateHook(name, tokenHash(token), until(ctx), now), lookAgain(name, now)]);
        return { engine: name, url: urlOf(parts, name, token), oldUntil: until(ctx).toISOString() };
      });
    },
  });

  const setSecret = defineOperation({
    name: 'hooks.set_secret',
    route: 'PUT /incoming-hooks/{engine}/secret',
    summary: 'Give a sender another secret.',
    description:
      'For 24 hours what was signed with the old one is taken too. Without `secret` one is made here, where the sender takes ours.',
    effect: 'write',
    access: [{ scope: 'hooks:write' }],
    stepUp: true,
    audit: 'hook.secret_set',
    input: z.strictObject({ engine: sourceName, secret: secretInput.optional() }),
    output: z.object({ engine: z.string(), secret: secretField, oldUntil: timestamp }),
    errors: ['conflict'],
    examples: [
      {
        title: 'What Shopify shows now',
        input: { engine: 'shopify', secret: 'another-secret-of-the-shop' },
        output: { engine: 'shopify', secret: null, oldUntil: tomorrow },
      },
    ],
    run: (ctx, input) => {
      const source = sourceOf(parts, input.engine);
      if (!source.sender) throw ofAnEngine();
      const secret = secretFor(source, input.secret)!;
      return ctx.db.tx(async (tx) => {
        const kept = await lockKept(ctx, tx, parts, source.name);
        await keep(ctx, tx, parts, source.name, withSecret(kept, secret, ctx.clock.now()));
        return {
          engine: source.name,
          secret: input.secret === undefined ? secret : null,
          oldUntil: until(ctx).toISOString(),
        };
      });
    },
  });

  const remove = defineOperation({
    name: 'hooks.delete',
    route: 'DELETE /incoming-hooks/{engine}',
    summary: 'Delete the address of a sender: nothing is taken there any more.',
    description: 'A connected engine gets another one at its next look.',
    effect: 'destroy',
    access: [{ scope: 'hooks:destroy' }],
    audit: 'hook.deleted',
    input: z.strictObject({ engine: sourceName }),
    output: z.object({ engine: z.string() }),
    examples: [{ title: 'Delete', input: { engine: 'shopify' }, output: { engine: 'shopify' } }],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [gone] = await tx.run(deleteHook(input.engine));
        if (!gone) throw new AppError('not_found');
        await tx.all([dropSecret(pathOf(input.engine)), lookAgain(input.engine, ctx.clock.now())]);
        return { engine: input.engine };
      }),
  });

  return [list, create, rotate, setSecret, remove];
}
