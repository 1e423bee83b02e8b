import { z } from 'zod';
import { checkLink, START, type Break, type Link } from '#core/audit-chain.ts';
import type { Ctx } from '#core/context.ts';
import { invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { Checkpoint, Checkpoints } from '#platform/tokens/checkpoints.ts';
import { READERS } from './operations.ts';
import { Proof } from './schema.ts';
import { chainState, sealedRows, sealOf, type ChainState } from './store.ts';

/** Rows per statement: some megabytes, and some milliseconds of hashing before others get their turn. */
const PAGE_ROWS = 2_000;
const MAX_ROWS = 100_000;
const MAX_TOKEN = 2_000;
const MS_PER_SECOND = 1_000;

type Broken = NonNullable<Proof['broken']>;

/** A part of the chain, up to `to`. */
async function walk(
  ctx: Ctx,
  begin: Link,
  to: bigint,
): Promise<{ checked: number; end: Link; broken: Break | null }> {
  let end = begin;
  let checked = 0;
  while (end.number < to) {
    ctx.signal.throwIfAborted();
    // One more than is judged: what follows tells what happened to a row.
    const [rows] = await ctx.db.batch([sealedRows(end.number + 1n, to + 1n, PAGE_ROWS + 1)]);
    const judged = rows.slice(0, PAGE_ROWS).filter(({ number }) => BigInt(number) <= to);
    for (const [i, row] of judged.entries()) {
      const result = checkLink(end, row, rows[i + 1]);
      if ('what' in result) return { checked, end, broken: result };
      checked += 1;
      end = result;
    }
    if (judged.length === 0)
      return { checked, end, broken: { number: end.number + 1n, id: null, what: 'missing' } };
  }
  return { checked, end, broken: null };
}

/** What is wrong at the end of the chain, if all before it is right. */
function wrongEnd({ headHash, beyondNumber, beyondId }: ChainState, end: Link): Broken | null {
  if (beyondNumber !== null) return { number: Number(beyondNumber), id: beyondId, what: 'inserted' };
  return headHash === null || headHash === end.hash
    ? null
    : { number: Number(end.number), id: null, what: 'head' };
}

/** Whether the row that was signed is still the one. */
async function wrongBy(ctx: Ctx, { number, hash }: Checkpoint): Promise<Broken | null> {
  const [[row]] = await ctx.db.batch([sealOf(BigInt(number))]);
  if (row?.hash === hash) return null;
  return row ? { number, id: row.id, what: 'rewritten' } : { number, id: null, what: 'missing' };
}

async function linkBefore(ctx: Ctx, from: number): Promise<Link | null> {
  if (from === 1) return START;
  const number = BigInt(from) - 1n;
  const [[row]] = await ctx.db.batch([sealOf(number)]);
  return row ? { number, hash: row.hash } : null;
}

async function prove(
  ctx: Ctx,
  { from, limit, checkpoint }: { from: number; limit: number; checkpoint: Checkpoint | undefined },
): Promise<Proof> {
  const [[state]] = await ctx.db.batch([chainState]);
  const { headNumber, headHash, unsealed, oldest } = state!;
  const head = BigInt(headNumber ?? 0);
  const last = BigInt(from) + BigInt(limit) - 1n;
  const to = last < head ? last : head;
  const begin = await linkBefore(ctx, from);
  const { checked, end, broken } = begin
    ? await walk(ctx, begin, to)
    : {
        checked: 0,
        end: START,
        broken: { number: BigInt(from) - 1n, id: null, what: 'missing' as const },
      };
  const whole = end.number >= head;
  const wrong: Broken | null = broken
    ? { ...broken, number: Number(broken.number) }
    : ((whole ? wrongEnd(state!, end) : null) ?? (checkpoint ? await wrongBy(ctx, checkpoint) : null));
  const age = ctx.clock.now().getTime() / MS_PER_SECOND - (oldest ?? Infinity);
  return {
    ok: wrong === null,
    checked,
    from,
    head: headHash === null ? null : { number: Number(head), hash: headHash },
    broken: wrong,
    unsealed: { count: unsealed, oldestSeconds: Number.isFinite(age) ? Math.max(0, Math.floor(age)) : 0 },
    nextFrom: wrong !== null || whole ? null : Number(end.number) + 1,
  };
}

export const verify = (checkpoints: Checkpoints | undefined): Operation =>
  defineOperation({
    name: 'audit.verify',
    route: 'GET /audit/verify',
    summary: 'Prove that the audit is whole, or name the first row that isn’t.',
    description:
      'Computes the chain anew from the rows themselves, up to `limit` of them a call; go on with `nextFrom`. A part that ' +
      'doesn’t begin at 1 believes the row before it. With a `checkpoint` from elsewhere it also finds a chain that was made ' +
      'anew as a whole. What it proves and what not: docs/audit.md.',
    words: 'tampered altered integrity · alterada manipulada integridad',
    effect: 'read',
    access: READERS,
    input: z.strictObject({
      from: z.int().min(1).default(1).describe('Number of the first row.'),
      limit: z.int().min(1).max(MAX_ROWS).default(MAX_ROWS).describe('The most rows to look at.'),
      checkpoint: z
        .string()
        .max(MAX_TOKEN)
        .optional()
        .describe('A token of `audit.checkpoint`, kept outside of this installation.'),
    }),
    output: Proof,
    examples: [
      {
        title: 'The whole of it',
        input: {},
        output: {
          ok: true,
          checked: 1,
          from: 1,
          head: { number: 1, hash: EXAMPLE.auditHash },
          broken: null,
          unsealed: { count: 0, oldestSeconds: 0 },
          nextFrom: null,
        },
      },
    ],
    run: async (ctx, { from, limit, checkpoint }) => {
      const claimed = checkpoint === undefined ? undefined : await checkpoints!.read(checkpoint);
      if (claimed === null || (claimed && claimed.tenantId !== ctx.tenant.id)) throw foreign();
      return prove(ctx, { from, limit, checkpoint: claimed });
    },
  });

const foreign = () =>
  invalidField('checkpoint', 'checkpoint', {
    en: 'isn’t a checkpoint that this installation signed for this company',
    es: 'no es un punto de control que esta instalación haya firmado para esta empresa',
  });
