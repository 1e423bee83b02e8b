import { defineJob, type JobDefinition } from '#core/job.ts';
import type { DeliveryParts } from '#features/identity/delivery/jobs.ts';
import { emailCodeRequested, emailNotice } from '#features/identity/events.ts';
import type { Notify } from '#features/identity/numbers/jobs.ts';
import { insertDevelopmentMessage } from '#features/identity/store.ts';
import { emailCodeText, emailNoticeText } from './rules.ts';
import { findEmailNotice, findEmailToSend, markEmailSent } from './store.ts';

/** A code lives for minutes: trying for hours would send what no longer works. */
const SEND_ATTEMPTS = 4;
const NOTICE_ATTEMPTS = 8;
const NOTICE_SUBJECT = { en: 'The mail address of your login', es: 'El correo de su ingreso' };
const CODE_SUBJECT = { en: 'Confirm your mail address', es: 'Confirme su correo' };

export const emailJobs = ({
  sealer,
  development,
  notify,
}: DeliveryParts & { readonly notify: Notify }): readonly JobDefinition[] => [
  defineJob({
    name: 'identity.send_email_code',
    summary: 'Send the code that proves a mail address.',
    realm: 'identity',
    on: emailCodeRequested,
    attempts: SEND_ATTEMPTS,
    run: async (ctx, { data: { id } }) => {
      const [[code]] = await ctx.db.batch([findEmailToSend(id)]);
      const now = ctx.clock.now();
      if (!code?.sealed || Date.parse(code.expires_at) <= now.getTime()) return;
      const { email: to, language } = code;
      const text = emailCodeText(sealer.open(code.sealed), language);
      const mail = ctx.engine('mail');
      if (mail) await mail.send({ to, subject: CODE_SUBJECT[language], text, key: `email ${id}` });
      else if (development) await ctx.db.batch([insertDevelopmentMessage({ id, to, text, at: now })], { id });
      else throw new Error('no sender of mail is configured');
      await ctx.db.batch([markEmailSent(id)], { id });
    },
  }),
  defineJob({
    name: 'identity.notify_email',
    summary: 'Tell the phone, and the old address, that a mail address changed.',
    realm: 'identity',
    on: emailNotice,
    attempts: NOTICE_ATTEMPTS,
    run: async (ctx, event) => {
      const { id, what } = event.data;
      const [[found]] = await ctx.db.batch([findEmailNotice(id)]);
      if (!found) return;
      const { phone, old_email: old, language } = found;
      const text = emailNoticeText(what, language);
      const notices = [phone, old]
        .filter((to) => to !== null)
        // The event's id for the phone and the change's for the address: the same at each repeat.
        .map((to) => ({
          id: to === phone ? event.id : id,
          to,
          language,
          subject: NOTICE_SUBJECT[language],
          text,
        }));
      if (notices.length > 0) await notify(ctx, notices);
    },
  }),
];
