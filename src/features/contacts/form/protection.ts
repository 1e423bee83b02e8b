import { createHash } from 'node:crypto';
import { holdsScope } from '#core/actor.ts';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import type { Challenge, Challenges } from '#platform/challenge.ts';
import type { HeldReason } from './held.ts';
import { countInForm, useFormChallenge } from './store.ts';

/** A challenge is asked for when the page opens; writing a long message takes its time. */
export const FORM_CHALLENGE_SECONDS = 7_200;
/** Nobody reads a form, types a name, an address and a message, and agrees, in less. */
const MIN_FILL_MS = 3_000;
const HOUR_MS = 3_600_000;
const MS_PER_SECOND = 1_000;

/** Messages an hour, by one network and by all. An office shares an address; a campaign fills a form. */
const SOLVED = { name: 'solved', network: 20, form: 300 } as const;
/** Each of these takes somebody's time to look at. */
const UNSOLVED = { name: 'held', network: 5, form: 60 } as const;

const purposeOf = (formId: string): string => `form ${formId}`;

export const askWork = (challenges: Challenges, formId: string, now: Date): Promise<Challenge> =>
  challenges.ask(purposeOf(formId), now);

interface Sent {
  readonly formId: string;
  /** A solution. */
  readonly challenge: string | undefined;
  /** The field that people don't see. */
  readonly website: string | undefined;
}

/**
 * Whether a message goes through at once (null), or why it waits for somebody to look at it. A program of the company's
 * own, which may write contacts, is believed.
 * @throws AppError challenge_required for a solution that doesn't count, and when too many come without one; rate_limited
 */
export async function judge(
  ctx: Ctx,
  tx: Tx,
  challenges: Challenges,
  sent: Sent,
): Promise<HeldReason | null> {
  const { actor, tenant, clock } = ctx;
  if (actor.tenant?.id === tenant.id && holdsScope(actor.scopes, 'contacts:write')) return null;
  const now = clock.now();
  const trapped = sent.website !== undefined && sent.website !== '';
  if (sent.challenge === undefined) {
    if (!(await take(ctx, tx, sent.formId, UNSOLVED))) throw await required(challenges, sent.formId, now);
    return trapped ? 'trap' : 'unsolved';
  }
  const solved = await challenges.solved(sent.challenge, purposeOf(sent.formId), now);
  const [first] = solved ? await tx.run(useFormChallenge(solved.hash, solved.expiresAt, now)) : [];
  if (!solved || !first) throw await required(challenges, sent.formId, now);
  if (!(await take(ctx, tx, sent.formId, SOLVED))) throw tooMany(now);
  if (trapped) return 'trap';
  return now.getTime() - solved.issuedAt.getTime() < MIN_FILL_MS ? 'hurry' : null;
}

async function take(
  ctx: Ctx,
  tx: Tx,
  formId: string,
  limit: { readonly name: string; readonly network: number; readonly form: number },
): Promise<boolean> {
  const all = `form ${limit.name} ${formId}`;
  // Told apart for an hour; whose address it is stands nowhere.
  const network = createHash('sha256').update(`${formId} ${ctx.client.network}`).digest('base64url');
  const slot = new Date(Math.floor(ctx.clock.now().getTime() / HOUR_MS) * HOUR_MS);
  const counted = await tx.run(countInForm([all, `${all} ${network}`], slot));
  return counted.every(({ name, n }) => n <= (name === all ? limit.form : limit.network));
}

const required = async (challenges: Challenges, formId: string, now: Date): Promise<AppError> =>
  new AppError('challenge_required', { data: { challenge: await askWork(challenges, formId, now) } });

function tooMany(now: Date): AppError {
  const seconds = Math.ceil((HOUR_MS - (now.getTime() % HOUR_MS)) / MS_PER_SECOND);
  return new AppError('rate_limited', {
    detail: { en: `Try again in ${seconds} s.`, es: `Intente de nuevo en ${seconds} s.` },
    retryAfterSeconds: seconds,
  });
}
