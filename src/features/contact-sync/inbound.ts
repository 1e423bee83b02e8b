import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import type { EngineContact } from '#core/engine-contacts.ts';
import {
  contactCreated,
  contactUpdated,
  findMerged,
  insertContacts,
  lockContacts,
  lockContactsByTerm,
  matchTerm,
  toContact,
  updateContacts,
  type Contact,
} from '#features/contacts/index.ts';
import { contactSynced } from './events.ts';
import { nameOf, printsOf, readContact, samePrints, type Read, type Values } from './fields.ts';
import { merge } from './merge.ts';
import { linksOfContacts, linksOfEngineIds, putLink, takeTurn, type LinkRow } from './store.ts';

/** Like means like this, in this order. */
const MATCHES = ['phone', 'email', 'taxId'] as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const valuesOf = ({ name, email, phone, taxId }: Contact): Values => ({
  name,
  email: email ?? null,
  phone: phone ?? null,
  taxId: taxId ?? null,
});

function withValues(contact: Contact, { name, email, phone, taxId }: Values): Contact {
  const { email: _e, phone: _p, taxId: _t, ...rest } = contact;
  return {
    ...rest,
    name: name ?? contact.name,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(taxId !== null && { taxId }),
  };
}

type Locked = Contact & { readonly blocked: boolean };

async function lockOne(tx: Tx, id: string): Promise<Locked | undefined> {
  const [row] = await tx.run(lockContacts([id]));
  return row && { ...toContact(row), blocked: row.blocked };
}

/** Who it may be here: the one that the engine names, or became part of, else who has the same phone, mail or tax id. */
async function candidates(tx: Tx, theirs: EngineContact, { values }: Read): Promise<Locked[]> {
  const ours = theirs.ours !== null && UUID.test(theirs.ours) ? theirs.ours : undefined;
  if (ours !== undefined) {
    const own = await lockOne(tx, ours);
    if (own) return [own];
    const [merged] = await tx.run(findMerged(ours));
    const whole = merged && (await lockOne(tx, merged.id));
    if (whole) return [whole];
  }
  const given = MATCHES.flatMap((match) => {
    const value = values[match];
    return value === null ? [] : [{ match, value }];
  });
  if (given.length === 0) return [];
  const rows = await tx.run(lockContactsByTerm(given.map(({ match, value }) => matchTerm(match, value))));
  const all = rows.map((row) => ({ ...toContact(row), blocked: row.blocked }));
  return given.flatMap(({ match, value }) => all.filter((one) => one[match] === value));
}

interface Match {
  readonly contact: Locked | undefined;
  readonly link: LinkRow | undefined;
  /** The person stands there under another id already. */
  readonly twin: boolean;
}

async function matched(tx: Tx, engine: string, theirs: EngineContact, read: Read): Promise<Match> {
  const [link] = await tx.run(linksOfEngineIds(engine, [theirs.id]));
  if (link) return { contact: await lockOne(tx, link.contactId), link, twin: false };
  const found = await candidates(tx, theirs, read);
  if (found.length === 0) return { contact: undefined, link: undefined, twin: false };
  const links = await tx.run(
    linksOfContacts(
      engine,
      found.map(({ id }) => id),
    ),
  );
  for (const contact of found) {
    const known = links.find(({ contactId }) => contactId === contact.id);
    const free = !known || known.engineId === null || known.status === 'left';
    if (free) return { contact, link: undefined, twin: false };
  }
  const [contact] = found;
  return { contact, link: links.find(({ contactId }) => contactId === contact!.id), twin: true };
}

/** Nothing about it is news. */
const isKnown = (theirs: EngineContact, read: Read, link: LinkRow | undefined): boolean => {
  if (!link) return theirs.gone;
  if (link.status === 'going') return true;
  if (theirs.gone) return link.status === 'left';
  return link.status === 'linked' && samePrints(read.prints, link.theirs);
};

async function create(
  ctx: Ctx,
  tx: Tx,
  engine: string,
  theirs: EngineContact,
  read: Read,
): Promise<string | null> {
  const name = nameOf(read.values);
  if (name === null) return null;
  const now = ctx.clock.now();
  const blank = { id: ctx.clock.id(), name, tags: [], createdAt: now.toISOString(), version: 1 };
  const contact = withValues(blank, read.values);
  await tx.run(insertContacts([contact], ctx.tenant.country, now));
  await tx.run(
    putLink(
      engine,
      {
        contactId: contact.id,
        engineId: theirs.id,
        status: 'linked',
        version: 1,
        ours: printsOf(valuesOf(contact)),
        theirs: read.prints,
      },
      now,
    ),
  );
  ctx.emit(contactCreated, { id: contact.id, version: 1 });
  const fields = (['name', 'email', 'phone', 'taxId'] as const).filter((one) => read.values[one] !== null);
  const { id, version } = contact;
  ctx.emit(contactSynced, { id, version, engine, engineId: theirs.id, fields, conflicts: [] });
  return id;
}

/** Brings ours up to what changed there. @returns its id; null when there is nothing to do */
async function takeIn(
  ctx: Ctx,
  tx: Tx,
  engine: string,
  theirs: EngineContact,
  read: Read,
): Promise<string | null> {
  const { contact, link, twin } = await matched(tx, engine, theirs, read);
  if (isKnown(theirs, read, link) || contact?.blocked) return null;
  const now = ctx.clock.now();
  if (link && twin) {
    if (!link.twins.includes(theirs.id))
      await tx.run(putLink(engine, { ...link, twins: [...link.twins, theirs.id].slice(0, 20) }, now));
    return link.contactId;
  }
  if (link && theirs.gone) {
    await tx.run(putLink(engine, { ...link, status: 'left' }, now));
    return link.contactId;
  }
  // Deleted here, and about to be there.
  if (link && !contact) return null;
  if (!contact) return create(ctx, tx, engine, theirs, read);
  const { blocked: _, ...stored } = contact;
  const agreed = link?.ours && link.theirs ? { ours: link.ours, theirs: link.theirs } : undefined;
  const { values, taken, conflicts, ours } = merge(valuesOf(stored), read, agreed);
  const changed = taken.length > 0 ? { ...withValues(stored, values), version: stored.version + 1 } : stored;
  if (taken.length > 0) await tx.all([...updateContacts([changed], [stored], ctx.tenant.country, now)]);
  const sent = samePrints(ours, printsOf(valuesOf(changed)));
  await tx.run(
    putLink(
      engine,
      {
        contactId: stored.id,
        engineId: theirs.id,
        status: 'linked',
        version: changed.version,
        ours,
        theirs: read.prints,
        twins: link?.twins ?? [],
        // What ours has and they lack goes there by itself.
        dueAt: sent ? null : now,
      },
      now,
    ),
  );
  const { id, version } = changed;
  if (taken.length > 0) ctx.emit(contactUpdated, { id, version });
  if (taken.length + conflicts.length > 0)
    ctx.emit(contactSynced, { id, version, engine, engineId: theirs.id, fields: taken, conflicts });
  return id;
}

/** Takes over what changed in an engine; what we sent there ourselves is known by its fingerprint. @returns how much was news */
export async function takeAll(ctx: Ctx, engine: string, contacts: readonly EngineContact[]): Promise<number> {
  if (contacts.length === 0) return 0;
  const [links] = await ctx.db.batch([
    linksOfEngineIds(
      engine,
      contacts.map(({ id }) => id),
    ),
  ]);
  let news = 0;
  for (const theirs of contacts) {
    const read = readContact(theirs, ctx.tenant.country);
    const link = links.find(({ engineId }) => engineId === theirs.id);
    if (isKnown(theirs, read, link)) continue;
    ctx.signal.throwIfAborted();
    await ctx.db.tx(async (tx) => {
      await tx.run(takeTurn(ctx.tenant.id));
      return { id: await takeIn(ctx, tx, engine, theirs, read) };
    });
    news += 1;
  }
  return news;
}
