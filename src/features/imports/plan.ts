import {
  matchTerm,
  toContact,
  type Contact,
  type ContactRow,
  type ContactValues,
  type Match,
} from '#features/contacts/index.ts';
import type { Line, Settings } from './lines.ts';

type Known = ContactRow & { readonly blocked: boolean };

interface Entry {
  contact: Contact;
  /** As it is stored; undefined: made by this batch. */
  readonly stored?: Contact;
  readonly blocked: boolean;
  touched: boolean;
}

export interface Plan {
  readonly created: readonly Contact[];
  readonly updated: readonly Contact[];
  /** The updated ones as they are stored. */
  readonly before: readonly Contact[];
  readonly skipped: number;
  readonly consents: readonly { readonly contactId: string; readonly line: number; readonly words: string }[];
}

const keysOf = (values: ContactValues, matchBy: readonly Match[]): string[] =>
  matchBy.flatMap((match) => (values[match] ? [`${match} ${values[match]}`] : []));

/** What stored contacts with the same mail, phone or tax id are found by. */
export const wantedTerms = (lines: readonly Line[], matchBy: readonly Match[]): string[] => [
  ...new Set(
    lines.flatMap(({ values }) =>
      matchBy.flatMap((match) => (values?.[match] ? [matchTerm(match, values[match])] : [])),
    ),
  ),
];

/** What the file says on top of what was known; empty cells change nothing, tags come together. */
function merged(known: Contact, { tags, fields, ...given }: ContactValues): Contact {
  return {
    ...known,
    ...given,
    tags: [...new Set([...known.tags, ...tags])].toSorted().slice(0, 50),
    ...(fields && { fields: { ...known.fields, ...fields } }),
  };
}

const same = (a: Contact, b: Contact): boolean =>
  a.name === b.name &&
  a.email === b.email &&
  a.phone === b.phone &&
  a.taxId === b.taxId &&
  a.tags.join('\n') === b.tags.join('\n') &&
  JSON.stringify(sorted(a.fields)) === JSON.stringify(sorted(b.fields));
const sorted = (fields: Contact['fields']): unknown =>
  Object.entries(fields ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** What a batch of lines comes to, line by line: the second of two that are the same meets the first. */
export function planBatch(
  lines: readonly Line[],
  known: readonly Known[],
  { duplicates, matchBy }: Pick<Settings, 'duplicates' | 'matchBy'>,
  clock: { readonly id: () => string; readonly now: string },
): Plan {
  const byKey = new Map<string, Entry>();
  const entries: Entry[] = [];
  const remember = (entry: Entry): void => {
    for (const key of keysOf(entry.contact, matchBy)) if (!byKey.has(key)) byKey.set(key, entry);
  };
  for (const { blocked, ...row } of known) {
    const contact = toContact(row);
    const entry = { contact, stored: contact, blocked, touched: false };
    entries.push(entry);
    remember(entry);
  }
  let skipped = 0;
  const consents: { contactId: string; line: number; words: string }[] = [];
  for (const { values, line, consent } of lines) {
    if (!values) continue;
    const key = duplicates === 'create' ? undefined : keysOf(values, matchBy).find((one) => byKey.has(one));
    let entry = key === undefined ? undefined : byKey.get(key);
    if (!entry) {
      const contact = { id: clock.id(), ...values, createdAt: clock.now, version: 1 };
      entry = { contact, blocked: false, touched: true };
      entries.push(entry);
      if (duplicates !== 'create') remember(entry);
    } else {
      const after = merged(entry.contact, values);
      // What is blocked may not be used, and a file mustn't bring it back to life.
      if (duplicates === 'skip' || entry.blocked || same(after, entry.contact)) {
        skipped += 1;
        if (entry.blocked) continue;
      } else {
        entry.contact = entry.stored && !entry.touched ? { ...after, version: after.version + 1 } : after;
        entry.touched = true;
        remember(entry);
      }
    }
    if (consent !== undefined) consents.push({ contactId: entry.contact.id, line, words: consent });
  }
  const changed = entries.filter(({ stored, touched }) => stored && touched);
  return {
    created: entries.filter(({ stored }) => !stored).map(({ contact }) => contact),
    updated: changed.map(({ contact }) => contact),
    before: changed.map(({ stored }) => stored!),
    skipped,
    consents,
  };
}
