import type { Ctx } from '#core/context.ts';
import type { Language } from '#core/errors.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { numberNotice } from '#features/identity/events.ts';
import { noticeText } from './rules.ts';
import { findNotice } from './store.ts';

/** About an hour: a notice that comes later than that has missed its purpose. */
const ATTEMPTS = 8;

/** Notices as features/notices sends them; it knows people, so people can't know it. */
export type Notify = (
  ctx: Ctx,
  notices: readonly {
    id: string;
    to: string;
    language: Language;
    kind: 'number_changed' | 'email_changed';
    text: string;
  }[],
) => Promise<void>;

export const numberJobs = ({ notify }: { readonly notify: Notify }): readonly JobDefinition[] => [
  defineJob({
    name: 'identity.notify_number',
    summary: 'Tell the old number, and the mail address, that a number changes.',
    realm: 'identity',
    on: numberNotice,
    attempts: ATTEMPTS,
    run: async (ctx, event) => {
      const { id, what } = event.data;
      const [[found]] = await ctx.db.batch([findNotice(id)]);
      if (!found) return;
      const { old_phone: phone, email, language } = found;
      const text = noticeText(what, language);
      const notices = [phone, email]
        .filter((to) => to !== null)
        // The event's id for the number and the change's for the address: the same at each repeat.
        .map(
          (to) => ({ id: to === phone ? event.id : id, to, language, kind: 'number_changed', text }) as const,
        );
      if (notices.length > 0) await notify(ctx, notices);
    },
  }),
];
