import { defineJob, type JobDefinition } from '#core/job.ts';
import { isPassing, MessageError } from '#core/messaging.ts';
import { numberNotice } from '#features/identity/events.ts';
import { insertDevelopmentMessage } from '#features/identity/store.ts';
import { noticeText } from './rules.ts';
import { findNotice } from './store.ts';

/** Name of the operator's utility template; its only parameter is the text. */
const TEMPLATE = 'smarteros_notice';
const SUBJECTS = { en: 'Your SmarterOS login', es: 'Su ingreso a SmarterOS' };
/** About an hour: a notice that comes later than that has missed its purpose. */
const ATTEMPTS = 8;

export function numberJobs({ development }: { readonly development: boolean }): readonly JobDefinition[] {
  const notify = defineJob({
    name: 'identity.notify_number',
    summary: 'Tell the old number, and the mail address, that a number changes.',
    realm: 'identity',
    on: numberNotice,
    attempts: ATTEMPTS,
    run: async (ctx, event) => {
      const { id, what } = event.data;
      const [[notice]] = await ctx.db.batch([findNotice(id)]);
      if (!notice) return;
      const { old_phone: phone, email, language } = notice;
      const text = noticeText(what, language);
      const [mail, whatsapp] = [ctx.engine('mail'), ctx.engine('whatsapp')];
      // Mail first: where it is repeated by mistake, its key makes that harmless.
      if (mail && email !== null)
        await mail.send({
          to: email,
          subject: SUBJECTS[language],
          text: `${text}\n`,
          key: `number ${event.id}`,
        });
      if (phone === null) return;
      if (whatsapp) {
        try {
          await whatsapp.sendTemplate({ to: phone, name: TEMPLATE, language, parameters: [text] });
        } catch (error) {
          if (!(error instanceof MessageError) || isPassing(error.failure)) throw error;
          ctx.log.warn({ failure: error.failure }, 'the old number could not be told that it changes');
        }
      } else if (development) {
        const message = { id: event.id, to: phone, text, at: ctx.clock.now() };
        await ctx.db.batch([insertDevelopmentMessage(message)], { id });
      }
    },
  });
  return [notify];
}
