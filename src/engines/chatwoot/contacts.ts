import type { ContactsDefinition, SyncedContact } from '#core/engine-contacts.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { inAccount, orNothing } from './client.ts';
import { contactList } from './contact-list.ts';
import { findContact, madeContact, type Made } from './contact-calls.ts';
import { inboxOf } from './inboxes.ts';
import { walk, type Position } from './pages.ts';
import { PUT_AWAY, type CwContact } from './shapes.ts';
import { TAX_ID, toEngineContact } from './synced.ts';

/** New contacts that one look tells at most. */
const NEW_ROWS = 60;
/** Contacts of before that one look goes over again. */
const SWEPT_ROWS = 60;

/** Exactly that value. @returns those of the company's account, at most a page */
async function findBy(ctx: EngineCtx, key: string, value: string): Promise<readonly CwContact[]> {
  const { payload } = await inAccount<{ payload: readonly CwContact[] }>(ctx, {
    method: 'POST',
    path: '/contacts/filter',
    body: {
      payload: [{ attribute_key: key, filter_operator: 'equal_to', values: [value], query_operator: null }],
    },
    harmless: true,
  });
  return payload;
}

/** Which contact there is this one; `taken` when its phone or mail is another one's of ours, and Chatwoot has either once only. */
async function find(ctx: EngineCtx, contact: SyncedContact): Promise<CwContact | 'taken' | undefined> {
  const [ours] = await findBy(ctx, 'identifier', contact.id);
  if (ours?.identifier === contact.id) return ours;
  const keys = [
    ['phone_number', contact.phone],
    ['email', contact.email],
  ] as const;
  for (const [key, value] of keys) {
    if (value === null) continue;
    const found = (await findBy(ctx, key, value)).find((one) => one[key]?.toLowerCase() === value);
    if (!found) continue;
    const { ours: other } = toEngineContact(found);
    return other !== null && other !== contact.id ? 'taken' : found;
  }
  return undefined;
}

/** An identifier that the company's own site gave is left alone: it knows its visitors by it. */
function bodyOf({ id, name, email, phone, taxId }: SyncedContact, there?: CwContact): object {
  const away = there?.custom_attributes?.[PUT_AWAY] === true;
  return {
    ...(!there?.identifier && { identifier: id }),
    name,
    email,
    phone_number: phone,
    custom_attributes: { [TAX_ID]: taxId, ...(away && { [PUT_AWAY]: false }) },
  };
}

const change = async (ctx: EngineCtx, id: number | string, body: object): Promise<CwContact> =>
  (
    await inAccount<{ payload: CwContact }>(ctx, {
      method: 'PUT',
      path: `/contacts/${id}`,
      body,
      harmless: true,
    })
  ).payload;

async function put(ctx: EngineCtx, contact: SyncedContact, known: string | null): Promise<CwContact | null> {
  const byId = known === null ? undefined : await orNothing(findContact(ctx, known));
  const theirs = byId && toEngineContact(byId).ours;
  const found = byId && (theirs === null || theirs === contact.id) ? byId : await find(ctx, contact);
  if (found === 'taken') return null;
  if (found) return change(ctx, found.id, bodyOf(contact, found));
  const made = await inAccount<Made>(ctx, {
    method: 'POST',
    path: '/contacts',
    body: { ...bodyOf(contact), inbox_id: await inboxOf(ctx, undefined) },
  });
  return madeContact(made);
}

const REFUSED: ReadonlySet<string> = new Set(['engine_conflict', 'engine_invalid']);

/** Where a look goes on: after the last new one, and in the middle of those of before. */
interface Cursor {
  readonly tail: Position | null;
  readonly sweep: Position | null;
  /** The look before did not come to the end of the new ones. */
  readonly behind: boolean;
}

const write = (place: Position | null): string => (place ? `${place.at}-${place.id}-${place.page}` : '');

function readPlace(text: string | undefined): Position | null {
  const [, at, id, page] = /^(\d{1,15})-(\d{1,15})-(\d{1,9})$/.exec(text ?? '') ?? [];
  return at === undefined ? null : { at: Number(at), id: Number(id), page: Math.max(1, Number(page)) };
}

function read(cursor: string | null): Cursor {
  const [tail, sweep, behind] = (cursor ?? '').split('_');
  return { tail: readPlace(tail), sweep: readPlace(sweep), behind: behind === 'more' };
}

export const contactsSync: ContactsDefinition = {
  put: async (ctx, contact, known) => {
    try {
      const now = await put(ctx, contact, known);
      return now && toEngineContact(now);
    } catch (error) {
      if (error instanceof AppError && REFUSED.has(error.code)) return null;
      throw error;
    }
  },

  get: async (ctx, id) => {
    const found = await orNothing(findContact(ctx, id));
    return found ? toEngineContact(found) : null;
  },

  remove: async (ctx, id) => {
    const path = `/contacts/${id}`;
    const talks = await orNothing(
      inAccount<{ payload: readonly unknown[] }>(ctx, { method: 'GET', path: `${path}/conversations` }),
    );
    if (!talks) return;
    if (talks.payload.length > 0)
      await orNothing(change(ctx, id, { custom_attributes: { [PUT_AWAY]: true } }));
    else await orNothing(inAccount(ctx, { method: 'DELETE', path, harmless: true }));
  },

  /**
   * Chatwoot can't be asked what changed: it sorts and filters by when a contact was made and when it last wrote, which no
   * change of a name touches, and a webhook that got lost isn't sent again. So each look tells all new ones, then goes over
   * some of those of before, round and round: what a webhook failed to tell is found out within a round. Deletions are
   * told by nobody; the contact comes back with its next change here.
   */
  changes: async (ctx, cursor) => {
    const { tail, sweep, behind } = read(cursor);
    const list = contactList(ctx, { order: 'oldest' });
    const fresh = await walk(list, tail, NEW_ROWS);
    if (fresh.more || behind || tail === null)
      return {
        contacts: fresh.rows.map(toEngineContact),
        cursor: `${write(fresh.end)}_${write(sweep)}${fresh.more ? '_more' : ''}`,
        more: fresh.more,
      };
    const again = await walk(list, sweep, SWEPT_ROWS);
    const contacts = new Map([...again.rows, ...fresh.rows].map((row) => [row.id, toEngineContact(row)]));
    return {
      contacts: [...contacts.values()],
      cursor: `${write(fresh.end)}_${write(again.more ? again.end : null)}`,
      more: false,
    };
  },
};
