import type { Ctx } from '#core/context.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { covers } from './holds.ts';
import { activeHolds, currentRules, insertDisposal, type Hold } from './store.ts';

const DAY_MS = 24 * 3_600_000;
/** Rows per transaction. */
const BATCH_ROWS = 500;

export interface Due {
  readonly class: string;
  readonly days: number;
  readonly before: string;
  readonly rows: number;
  readonly held: number;
}

type Expiring = PersonalData & { readonly expire: NonNullable<PersonalData['expire']> };

/** Which classes have a term, by rule or declaration, and from when on rows are kept. */
async function terms(
  ctx: Pick<Ctx, 'db' | 'clock'>,
  declared: readonly PersonalData[],
): Promise<{ holds: readonly Hold[]; terms: { one: Expiring; days: number; before: Date }[] }> {
  const now = ctx.clock.now();
  const [holds, rules] = await ctx.db.batch([activeHolds(now), currentRules]);
  const own = new Map(rules.map((rule) => [rule.class, rule.days]));
  return {
    holds,
    terms: declared.flatMap((one) => {
      const days = own.has(one.name) ? own.get(one.name)! : one.retention.days;
      if (days === null || !one.expire) return [];
      return [{ one: one as Expiring, days, before: new Date(now.getTime() - days * DAY_MS) }];
    }),
  };
}

/**
 * Goes through all rows whose time is over, class by class; `drop` deletes them, otherwise they are counted. What a hold
 * covers stays. Each batch is a transaction, so that a killed run is gone on with by the next.
 */
export async function expire(
  ctx: Pick<Ctx, 'db' | 'clock' | 'signal'>,
  declared: readonly PersonalData[],
  drop: boolean,
): Promise<Due[]> {
  const found = await terms(ctx, declared);
  const all: Due[] = [];
  for (const { one, days, before } of found.terms) {
    let [rows, held] = [0, 0];
    for (let after: string | null = null; ;) {
      ctx.signal.throwIfAborted();
      const [due]: { id: string; subject: string | null }[][] = await ctx.db.batch([
        one.expire.due(before, after, BATCH_ROWS),
      ]);
      if (!due || due.length === 0) break;
      const free = due.filter(({ subject }) => !found.holds.some((hold) => covers(hold, one.name, subject)));
      rows += free.length;
      held += due.length - free.length;
      after = due.at(-1)!.id;
      if (drop && free.length > 0) {
        const id = ctx.clock.id();
        const disposal = { id, class: one.name, rows: free.length, held: due.length - free.length, before };
        const ids = free.map((row) => row.id);
        await ctx.db.batch([one.expire.drop(ids), insertDisposal(disposal, ctx.clock.now())], { id });
      }
    }
    all.push({ class: one.name, days, before: before.toISOString(), rows, held });
  }
  return all;
}
