import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { recordConsent } from '#features/privacy/index.ts';
import { contactCreated, messageReceived } from '#features/contacts/events.ts';
import { normalise, termsOf } from '#features/contacts/rules.ts';
import { insertContact, insertMessage } from '#features/contacts/store.ts';

/** What a sender typed, as it came in. */
export interface Message {
  readonly id: string;
  readonly formId: string;
  readonly name: string;
  readonly email: string | null | undefined;
  readonly phone: string | null | undefined;
  readonly message: string;
  readonly consentText: string;
  readonly receivedAt: Date;
}

/** A stranger's words become a contact, a message and a consent. @throws AppError invalid_input */
export async function deliver(ctx: Ctx, tx: Tx, message: Message): Promise<void> {
  const { id, formId, name, email, phone, message: text, consentText, receivedAt: now } = message;
  const values = normalise({ name, email, phone, tags: ['web'] }, ctx.tenant.country);
  const contact = { id: ctx.clock.id(), ...values, createdAt: now.toISOString(), version: 1 };
  await tx.run(insertContact(contact, termsOf(values, ctx.tenant.country)));
  await tx.run(insertMessage({ id, formId, contactId: contact.id, text, consentText, now }));
  await tx.run(
    recordConsent({
      id: ctx.clock.id(),
      contactId: contact.id,
      purpose: 'contact_form',
      text: consentText,
      channel: 'web_form',
      evidence: id,
      now,
    }),
  );
  ctx.emit(contactCreated, { id: contact.id, version: 1 });
  ctx.emit(messageReceived, { id, contactId: contact.id, formId });
}
