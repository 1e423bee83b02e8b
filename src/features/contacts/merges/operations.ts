import { z } from 'zod';
import type { Tx } from '#core/db.ts';
import { requireVersion } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { contactCreated, contactDeleted, contactUpdated } from '#features/contacts/events.ts';
import { termsOf, termsToDrop } from '#features/contacts/rules.ts';
import { Contact } from '#features/contacts/schema.ts';
import {
  deleteContact,
  lockContact,
  replaceTerms,
  toContact,
  updateContact,
} from '#features/contacts/store.ts';
import {
  bringBack,
  endMerge,
  insertMerge,
  insertMerged,
  lockMerge,
  mergedOf,
  putBack,
  wholeContacts,
} from './store.ts';

const MAX_LOSERS = 20;
const CHOSEN = ['name', 'email', 'phone', 'taxId'] as const;

const Merge = z
  .object({
    mergeId: z.uuid().describe('For contacts.unmerge.'),
    contact: Contact.describe('The one that stayed.'),
    mergedIds: z.array(z.uuid()).describe('Those that became part of it; their ids lead to it.'),
  })
  .meta({ id: 'ContactMerge' });

const refuse = (en: string, es: string): AppError => new AppError('conflict', { detail: { en, es } });

/** Everything that features hold about one contact goes to another; answers the ids by the feature's name. */
async function moveAll(
  tx: Tx,
  declared: readonly PersonalData[],
  from: string,
  to: string,
  only?: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {};
  for (const { name, move } of declared) {
    if (!move) continue;
    const ids = only?.[name] ?? (only ? [] : null);
    if (ids?.length !== 0) moved[name] = (await tx.run(move(from, to, ids))).map(({ id }) => id);
  }
  return moved;
}

/** What all of them know: the survivor's own first, then whatever others have in addition. */
function combine(
  survivor: Contact,
  losers: readonly Contact[],
  chosen: Partial<Record<string, string>>,
): Contact {
  const all = [survivor, ...losers];
  const from = (field: (typeof CHOSEN)[number]): string | undefined => {
    const wanted = chosen[field];
    if (wanted !== undefined) return all.find(({ id }) => id === wanted)![field];
    return all.map((one) => one[field]).find((value) => value !== undefined);
  };
  const [name, email, phone, taxId] = CHOSEN.map(from);
  const fields = Object.assign({}, ...all.toReversed().map((one) => one.fields)) as NonNullable<
    Contact['fields']
  >;
  return {
    id: survivor.id,
    name: name!,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(taxId !== undefined && { taxId }),
    tags: [...new Set(all.flatMap(({ tags }) => tags))].toSorted().slice(0, 50),
    ...(Object.keys(fields).length > 0 && { fields }),
    createdAt: survivor.createdAt,
    version: survivor.version + 1,
  };
}

const { id, name, email, phone, taxId, createdAt } = EXAMPLE.contact;
const kept: Contact = { id, name, email, phone, taxId, tags: ['vip'], createdAt, version: 2 };

/** `declared`: what features hold about contacts, of which some goes over with them. */
export function mergeOperations(declared: readonly PersonalData[]): readonly Operation[] {
  const merge = defineOperation({
    name: 'contacts.merge',
    route: 'POST /contacts/{id}/merge',
    summary: 'Make several contacts one.',
    description:
      'The contact of the path stays. What it lacks comes from the others in their order, unless `choose` says whose value counts; tags and fields come together; messages and consents go over. The ids of the others keep leading to it. contacts.unmerge takes it back.',
    words: 'same customer twice double entries · repetidos dobles juntar',
    effect: 'destroy',
    access: [{ scope: 'contacts:destroy' }],
    audit: 'contact.merged',
    input: z.strictObject({
      id: z.uuid().describe('Id of the contact that stays.'),
      mergeIds: z.array(z.uuid()).min(1).max(MAX_LOSERS).describe('Ids of those that become part of it.'),
      choose: z
        .strictObject(Object.fromEntries(CHOSEN.map((field) => [field, z.uuid().optional()])))
        .optional()
        .describe('Whose name, email, phone or taxId counts: id of one of them.'),
    }),
    output: Merge,
    errors: ['conflict'],
    examples: [
      {
        title: 'Two are the same person',
        input: { id: EXAMPLE.contact.id, mergeIds: [EXAMPLE.twinId] },
        output: { mergeId: newId(1), contact: kept, mergedIds: [EXAMPLE.twinId] },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const loserIds = [...new Set(input.mergeIds)].filter((one) => one !== input.id);
        const whole = await tx.run(wholeContacts([input.id, ...loserIds]));
        if (whole.length !== loserIds.length + 1) throw new AppError('not_found');
        if (loserIds.length !== input.mergeIds.length)
          throw invalidField('mergeIds', 'unique', {
            en: 'must name other contacts, each once',
            es: 'debe nombrar otros contactos, cada uno una vez',
          });
        if (whole.some(({ blocked }) => blocked))
          throw refuse('One of them is blocked.', 'Uno de ellos está bloqueado.');
        const rows = new Map<string, { contact: Contact; data: unknown }>();
        for (const { id: one, data } of whole) {
          const [row] = await tx.run(lockContact(one));
          rows.set(one, { contact: toContact(row!), data });
        }
        const survivor = rows.get(input.id)!;
        requireVersion(ctx, survivor.contact.version);
        const losers = loserIds.map((one) => rows.get(one)!);
        const choose = (input.choose ?? {}) as Partial<Record<string, string>>;
        for (const [field, one] of Object.entries(choose))
          if (one !== undefined && !rows.has(one))
            throw invalidField(`choose.${field}`, 'unknown', {
              en: 'must be the id of one of them',
              es: 'debe ser el id de uno de ellos',
            });
        const contact = combine(
          survivor.contact,
          losers.map((one) => one.contact),
          choose,
        );
        const mergeId = ctx.clock.id();
        const now = ctx.clock.now();
        const { country } = ctx.tenant;
        await tx.run(
          insertMerge({
            id: mergeId,
            contactId: contact.id,
            version: contact.version,
            before: survivor.data,
            by: ctx.actor.label,
            now,
          }),
        );
        for (const loser of losers) {
          const moved = await moveAll(tx, declared, loser.contact.id, contact.id);
          await tx.run(
            insertMerged({
              contactId: loser.contact.id,
              mergeId,
              intoId: contact.id,
              before: loser.data,
              moved,
            }),
          );
          await tx.run(deleteContact(loser.contact.id, termsToDrop(loser.contact, country)));
          ctx.emit(contactDeleted, { id: loser.contact.id, version: loser.contact.version });
        }
        await tx.run(updateContact(contact, now));
        await tx.run(
          replaceTerms(contact.id, termsToDrop(survivor.contact, country), termsOf(contact, country)),
        );
        ctx.emit(contactUpdated, { id: contact.id, version: contact.version });
        return { mergeId, contact, mergedIds: loserIds };
      }),
  });

  const unmerge = defineOperation({
    name: 'contacts.unmerge',
    route: 'POST /contact-merges/{id}/undo',
    summary: 'Take a merge back: every contact is again what it was.',
    description:
      'Refused when the contact was changed since, unless `keepChanges` says to leave it as it is now and only bring the others back.',
    effect: 'destroy',
    access: [{ scope: 'contacts:destroy' }],
    audit: 'contact.unmerged',
    input: z.strictObject({
      id: z.uuid().describe('The `mergeId` of contacts.merge.'),
      keepChanges: z.boolean().default(false).describe('Leave the contact that stayed as it is now.'),
    }),
    output: Merge,
    errors: ['conflict'],
    examples: [
      {
        title: 'They were two after all',
        input: { id: EXAMPLE.mergeId },
        output: {
          mergeId: EXAMPLE.mergeId,
          contact: { id: EXAMPLE.twinId, name: 'A. P. Rojas', email, tags: [], createdAt, version: 2 },
          mergedIds: [EXAMPLE.mergedContactId],
        },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockMerge(input.id));
        if (!row) throw new AppError('not_found');
        if (row.undoneAt !== null)
          throw refuse('This merge was taken back already.', 'Esta fusión ya se deshizo.');
        const [stored] = await tx.run(lockContact(row.contactId));
        const parts = await tx.run(mergedOf(row.id));
        if (
          !stored ||
          row.before === null ||
          parts.length === 0 ||
          parts.some(({ before }) => before === null)
        )
          throw refuse(
            'The contact is gone, erased, or part of another: take that back first.',
            'El contacto ya no está, fue suprimido o es parte de otro: deshaga eso primero.',
          );
        if (stored.version !== row.version && !input.keepChanges)
          throw refuse(
            'The contact was changed since. With keepChanges it stays as it is now.',
            'El contacto cambió desde entonces. Con keepChanges queda como está ahora.',
          );
        const { country } = ctx.tenant;
        const mergedIds: string[] = [];
        for (const { contactId, before, moved } of parts) {
          const [back] = await tx.run(bringBack(before));
          await tx.run(replaceTerms(contactId, [], termsOf(toContact(back!), country)));
          await moveAll(tx, declared, row.contactId, contactId, moved);
          ctx.emit(contactCreated, { id: contactId, version: back!.version });
          mergedIds.push(contactId);
        }
        let contact = toContact(stored);
        if (!input.keepChanges || stored.version === row.version) {
          const old = termsToDrop(contact, country);
          const [was] = await tx.run(putBack(row.before, stored.version + 1));
          contact = toContact(was!);
          await tx.run(replaceTerms(contact.id, old, termsOf(contact, country)));
          ctx.emit(contactUpdated, { id: contact.id, version: contact.version });
        }
        for (const statement of endMerge(row.id, ctx.clock.now())) await tx.run(statement);
        return { mergeId: row.id, contact, mergedIds };
      }),
  });

  return [merge, unmerge];
}
