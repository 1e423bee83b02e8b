import { defineJob } from '#core/job.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { fieldDropped, findDropped, removeField } from '#features/contact-fields/index.ts';
import { contactUpdated, messageHeld, messageReceived } from './events.ts';
import { findHeld } from './form/store.ts';
import { termsOf } from './rules.ts';
import {
  contactsWithField,
  dropFieldTerms,
  findMessage,
  replaceTerms,
  toContact,
  updateContact,
} from './store.ts';

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

/** Contacts per transaction. */
const BATCH = 100;

/** The row of the field goes last: as long as it is there, a run that was killed is gone on with by the next. */
const dropField = defineJob({
  name: 'contacts.drop_field',
  summary: 'Remove the values of a field that was deleted from all contacts.',
  on: fieldDropped,
  run: async (ctx, { data: { id, key } }) => {
    for (let more = true; more;) {
      ctx.signal.throwIfAborted();
      more = await ctx.db.tx(async (tx) => {
        const [field] = await tx.run(findDropped(id));
        if (!field) return false;
        const rows = await tx.run(contactsWithField(key, BATCH));
        if (rows.length === 0) {
          await tx.run(removeField(id));
          return false;
        }
        for (const row of rows) {
          const { fields: { [key]: _, ...left } = {}, ...contact } = toContact(row);
          const kept = Object.keys(left).length > 0 && { fields: left };
          const changed = { ...contact, ...kept, version: row.version + 1 };
          await tx.run(updateContact(changed, ctx.clock.now()));
          const old = termsOf(toContact(row), ctx.tenant.country);
          await tx.run(replaceTerms(row.id, old, termsOf(changed, ctx.tenant.country)));
        }
        await tx.run(
          dropFieldTerms(
            key,
            rows.map((row) => row.id),
          ),
        );
        for (const { id: contact, version } of rows)
          ctx.emit(contactUpdated, { id: contact, version: version + 1 });
        return true;
      });
    }
  },
});

export const contactJobs = [notifyOperator, notifyOperatorOfHeld, dropField];
