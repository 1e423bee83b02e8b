import { createHash } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import { insertDevelopmentMessage } from '#features/identity/index.ts';

export { findOwners, findReachable, type Reachable } from './store.ts';

export interface Notice {
  /** The same at each repeat of a job, so that nobody is told twice. */
  readonly id: string;
  /** E.164 number or mail address. */
  readonly to: string;
  readonly language: Language;
  /** For channels that only send texts which were agreed on before. */
  readonly kind: 'invitation' | 'grant_opened' | 'tenant_claimed' | 'tenant_displaced';
  readonly text: string;
}

/** Hands notices to whatever sends messages here. Runs in jobs of realm identity. @throws Error to be tried again */
export type SendNotices = (ctx: Ctx, notices: readonly Notice[]) => Promise<void>;

/** Into the list that `smarteros messages` shows. */
export const developmentNotices: SendNotices = async (ctx, notices) => {
  const at = ctx.clock.now();
  await ctx.db.batch(
    notices.map(({ id, to, text }) => insertDevelopmentMessage({ id, to, text, at })),
    null,
  );
};

/** Where nothing is configured that sends: the job is tried again, and its failures show. */
export const noNotices: SendNotices = () => Promise.reject(new Error('no sender of notices is configured'));

/** An id that depends on nothing but what is told to whom. */
export function noticeId(eventId: string, personId: string): string {
  const hex = createHash('sha256').update(`${eventId} ${personId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
