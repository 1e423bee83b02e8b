import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, encodeCursor, pageInput } from '#core/pagination.ts';
import { MATCHES, matchTerm } from '#features/contacts/bulk/lines.ts';
import { fold, matchWords } from '#features/contacts/rules.ts';
import { Contact } from '#features/contacts/schema.ts';
import { toContact } from '#features/contacts/store.ts';
import { SIMILAR, similarity } from './similar.ts';
import { contactsByTerm, pageOfContacts } from './store.ts';

/** Contacts that one call looks at. */
const LOOK_AT = 100;
/** Words of a name that others are looked for by: the longest are the rarest. */
const WORDS = 2;

const Pair = z
  .object({
    contacts: z.array(Contact).length(2).describe('The older one first.'),
    reasons: z.array(z.enum([...MATCHES, 'name'])).describe('What they have in common.'),
    similarity: z.number().describe('Of their names, 0 to 1.'),
  })
  .meta({ id: 'ContactPair' });

const nameTerms = (name: string): string[] =>
  matchWords(fold(name))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, WORDS);

const termsFor = (contact: Contact): string[] => [
  ...MATCHES.flatMap((match) => (contact[match] ? [matchTerm(match, contact[match])] : [])),
  ...nameTerms(contact.name),
];

const { id, name, email, phone, taxId, createdAt, version } = EXAMPLE.contact;
const example: Contact = { id, name, email, phone, taxId, tags: ['vip'], createdAt, version };
const twin: Contact = { id: EXAMPLE.twinId, name: 'A. P. Rojas', email, tags: [], createdAt, version: 1 };

const duplicates = defineOperation({
  name: 'contacts.duplicates',
  route: 'GET /contacts/duplicates',
  summary: 'Suggest pairs of contacts that may be the same.',
  description: `By mail, phone, tax id, or a similar name. A call looks at up to ${LOOK_AT} contacts, newest first, and compares each with the older ones that share a value or one of the ${WORDS} longest words of the name; of what is common to many, only some are compared. A page may be empty while there is a next one.`,
  words: 'same customer twice double entries · repetidos dobles',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({
    limit: z.int().min(1).max(LOOK_AT).default(LOOK_AT).describe('Contacts to look at.'),
    cursor: pageInput.cursor,
  }),
  output: z.object({ data: z.array(Pair), nextCursor: z.string().nullable() }),
  examples: [
    {
      title: 'The same mail',
      input: {},
      output: {
        data: [{ contacts: [example, twin], reasons: ['email'], similarity: 0.2 }],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([pageOfContacts(decodeCursor(cursor), limit + 1)]);
    const looked = rows.slice(0, limit).map(toContact);
    const terms = [...new Set(looked.flatMap(termsFor))];
    const [found] = await ctx.db.batch([contactsByTerm(terms)]);
    const byTerm = Map.groupBy(found, (row) => row.term);
    const data = looked.flatMap((contact) => {
      const others = new Map<string, Contact>();
      for (const term of termsFor(contact))
        for (const { term: _, ...row } of byTerm.get(term) ?? [])
          if (row.id < contact.id) others.set(row.id, toContact(row));
      return [...others.values()].flatMap((other) => {
        const alike = similarity(contact.name, other.name);
        const reasons = [
          ...MATCHES.filter((match) => contact[match] !== undefined && contact[match] === other[match]),
          ...(alike >= SIMILAR ? (['name'] as const) : []),
        ];
        const rounded = Math.round(alike * 100) / 100;
        return reasons.length > 0 ? [{ contacts: [other, contact], reasons, similarity: rounded }] : [];
      });
    });
    const last = rows.length > limit ? looked.at(-1)! : undefined;
    return { data, nextCursor: last ? encodeCursor(last.id) : null };
  },
});

export const duplicateOperations: readonly Operation[] = [duplicates];
