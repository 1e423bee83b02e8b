import { defineJob } from '#core/job.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { messageHeld, messageReceived } from './events.ts';
import { findHeld } from './form/store.ts';
import { findMessage } from './store.ts';

/** Only the operator's own form reaches the operator's mail box: a company's messages are nobody else's business. */
const notifyOperator = defineJob({
  name: 'contacts.notify_operator',
  summary: 'Mail the operator what came in through their own contact form.',
  on: messageReceived,
  run: async (ctx, event) => {
    const mail = ctx.engine('mail');
    if (!mail?.operator || event.data.formId !== PLATFORM_FORM_ID) return;
    const [[message]] = await ctx.db.batch([findMessage(event.data.id)]);
    if (!message) return;
    const from = [message.name, message.email, message.phone].filter(Boolean).join(', ');
    await mail.send({
      to: mail.operator,
      subject: `Contact form: ${message.name}`,
      text: `${message.message}\n\n— ${from}\n`,
      ...(message.email !== null && { replyTo: message.email }),
      key: event.id,
    });
  },
});

/** The operator has no list of what is held: all of it comes by mail, the likely spam under another subject. */
const notifyOperatorOfHeld = defineJob({
  name: 'contacts.notify_operator_of_held',
  summary: 'Mail the operator what may be spam in their own contact form.',
  on: messageHeld,
  run: async (ctx, event) => {
    const mail = ctx.engine('mail');
    if (!mail?.operator || event.data.formId !== PLATFORM_FORM_ID) return;
    const [[message]] = await ctx.db.batch([findHeld(event.data.id)]);
    if (!message) return;
    const from = [message.name, message.email, message.phone].filter(Boolean).join(', ');
    await mail.send({
      to: mail.operator,
      subject: `Contact form, unverified (${message.reason}): ${message.name}`,
      text: `${message.message}\n\n— ${from}\n`,
      ...(message.email !== null && { replyTo: message.email }),
      key: event.id,
    });
  },
});

export const contactJobs = [notifyOperator, notifyOperatorOfHeld];
