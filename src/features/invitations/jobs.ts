import { defineJob, type JobDefinition } from '#core/job.ts';
import type { SendNotices } from '#features/notifications/index.ts';
import { invitationCreated } from './events.ts';
import { KEPT_DAYS, invitationText, PER_RECIPIENT, tokenOf } from './rules.ts';
import { findToSend, forgetInvitations, markSent } from './store.ts';

const SUBJECT = { en: 'An invitation to a company', es: 'Invitación a una empresa' } as const;
const DAY_MS = 24 * 3_600_000;

export function invitationJobs(parts: {
  readonly invitationKey: Buffer;
  readonly publicUrl: string;
  readonly notify: SendNotices;
}): readonly JobDefinition[] {
  const send = defineJob({
    name: 'invitations.send',
    summary: 'Send an invitation.',
    realm: 'identity',
    on: invitationCreated,
    run: async (ctx, { data: { id } }) => {
      const now = ctx.clock.now();
      const since = new Date(now.getTime() - DAY_MS);
      const [[found]] = await ctx.db.batch([findToSend(ctx.tenant.id, id, since)]);
      const over =
        !found ||
        [found.sent_at, found.accepted_at, found.revoked_at].some((at) => at !== null) ||
        Date.parse(found.expires_at) <= now.getTime();
      if (over) return;
      if (found.received >= PER_RECIPIENT) {
        ctx.log.warn({ invitation: id }, 'invitation not sent: its recipient got too many today');
        return;
      }
      const { recipient: to, language, role, role_name: roleName, company, inviter } = found;
      // After #, so that no server, proxy or log on the way sees the token.
      const link = `${parts.publicUrl}/join#${tokenOf(parts.invitationKey, id)}`;
      const text = invitationText({ company, inviter, role, roleName }, language, link);
      await parts.notify(ctx, [{ id, to, language, subject: SUBJECT[language], text }]);
      await ctx.db.batch([markSent(ctx.tenant.id, id, now)], { id });
    },
  });

  const forget = defineJob({
    name: 'invitations.forget',
    summary: 'Forget invitations a month after they ended.',
    realm: 'identity',
    every: '23 4 * * *',
    run: async (ctx) => {
      const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS);
      await ctx.db.batch([forgetInvitations(before)], null);
    },
  });

  return [send, forget];
}
