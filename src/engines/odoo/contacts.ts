import { z } from 'zod';
import type { ContactsDefinition, EngineContact, SyncedContact } from '#core/engine-contacts.ts';
import type { EngineCtx } from '#core/engine.ts';
import { accessOf, type Access } from './access.ts';
import { execute } from './client.ts';
import { keptOf } from './doors.ts';
import { fieldsOf } from './fields.ts';
import type { Row } from './values.ts';

const MODEL = 'res.partner';
const PAGE = 100;
const EVER = '1970-01-01 00:00:00';
/**
 * Odoo stamps a record with the time at which its transaction began: it may show up among older ones. What changed
 * shortly before the last look is read once more.
 */
const OVERLAP_MS = 120_000;
const SECOND_MS = 1_000;

/** Where the next look goes on: among what changed in that second, after that id. */
const Cursor = z.object({ second: z.string(), after: z.int() });
type Cursor = z.output<typeof Cursor>;

const odooTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const toMs = (time: string): number => Date.parse(`${time.slice(0, 19).replace(' ', 'T')}Z`);

interface Book {
  /** People and companies of the company's book: no addresses of others, nobody who logs in, not the company itself. */
  readonly domain: readonly unknown[];
  readonly fields: readonly string[];
  readonly access: Access;
  readonly call: <T>(
    method: string,
    more: Omit<Parameters<typeof execute>[2], 'model' | 'method'>,
  ) => Promise<T>;
}

async function bookOf(ctx: EngineCtx): Promise<Book> {
  const access = accessOf(ctx);
  const { door, wall } = access;
  const { companyId } = keptOf(ctx.link);
  const known = await fieldsOf(ctx, door, MODEL);
  const companies = await execute<Row[]>(ctx, door, {
    model: 'res.company',
    method: 'search_read',
    kwargs: {
      domain: wall ? [['id', '=', companyId]] : [],
      fields: ['partner_id'],
      context: access.context({ active_test: false }),
    },
    harmless: true,
  });
  const own = companies.flatMap(({ partner_id: partner }) => (Array.isArray(partner) ? [partner[0]] : []));
  return {
    access,
    domain: [
      ['user_ids', '=', false],
      ['type', '=', 'contact'],
      ['id', 'not in', own],
      ...(wall ? [['company_id', '=', companyId]] : []),
    ],
    fields: [
      'name',
      'email',
      'phone',
      'vat',
      'ref',
      'active',
      'write_date',
      // Gone since 19.
      ...(Object.hasOwn(known, 'mobile') ? ['mobile'] : []),
    ],
    call: (method, more) => execute(ctx, door, { model: MODEL, method, ...more }),
  };
}

function find(
  { access, call, domain, fields }: Book,
  more: readonly unknown[],
  order = 'id asc',
  limit = 1,
): Promise<Row[]> {
  const context = access.context({ active_test: false });
  return call('search_read', {
    kwargs: { domain: [...domain, ...more], fields, order, limit, context },
    harmless: true,
  });
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** With or without the country before it; what is another country's stays as it is. */
const taxIdOf = (vat: unknown, country: string): string | null => {
  const text = textOf(vat);
  return text?.toUpperCase().startsWith(country) && /^[A-Z]{2}\d/i.test(text) ? text.slice(2) : text;
};

function toContact(row: Row, country: string): EngineContact {
  const ref = textOf(row['ref']);
  return {
    id: String(row['id']),
    gone: row['active'] === false,
    name: textOf(row['name']),
    email: textOf(row['email']),
    phone: textOf(row['phone']) ?? textOf(row['mobile']),
    taxId: taxIdOf(row['vat'], country),
    ours: ref !== null && UUID.test(ref) ? ref : null,
  };
}

const byId = (id: string): unknown[] => [['id', '=', Number(id)]];

/** By our id, else by phone, else by mail; never one that carries another contact's id. */
async function findPartner(
  book: Book,
  contact: SyncedContact,
  known: string | null,
): Promise<Row | undefined> {
  const { id, phone, email } = contact;
  const [byKnown] = known === null ? [] : await find(book, byId(known));
  if (byKnown) return byKnown;
  const [byRef] = await find(book, [['ref', '=', id]]);
  if (byRef) return byRef;
  const ways: unknown[][] = [
    ...(phone === null ? [] : [['phone', '=', phone]]),
    ...(email === null ? [] : [['email', '=ilike', email.replaceAll(/[\\%_]/g, String.raw`\$&`)]]),
  ];
  for (const way of ways) {
    const [row] = await find(book, [way, ['active', '=', true]]);
    if (row && !UUID.test(textOf(row['ref']) ?? '')) return row;
  }
  return undefined;
}

export const contacts: ContactsDefinition = {
  async put(ctx, contact, known) {
    const book = await bookOf(ctx);
    const { country } = ctx.tenant;
    const { id, name, email, phone, taxId } = contact;
    const vals = {
      name,
      email: email ?? false,
      phone: phone ?? false,
      vat: taxId?.replace(/^([A-Z]{2}):/, '$1') ?? false,
    };
    const found = await findPartner(book, contact, known);
    const context = book.access.context(undefined);
    if (found) {
      // A reference of the company's own stays.
      const ref = textOf(found['ref']);
      const own = ref === null || UUID.test(ref) ? { ref: id } : {};
      const mobile = phone === null && Object.hasOwn(found, 'mobile') ? { mobile: false } : {};
      await book.call('write', {
        ids: [found['id'] as number],
        args: [['vals', { ...vals, ...own, ...mobile, active: true }]],
        kwargs: { context },
        harmless: true,
      });
      const [row] = await find(book, byId(String(found['id'])));
      return row ? toContact(row, country) : null;
    }
    const { companyId } = keptOf(ctx.link);
    const [made] = await book.call<number[]>('create', {
      args: [['vals_list', [{ ...vals, ref: id, ...(book.access.wall && { company_id: companyId }) }]]],
      kwargs: { context },
    });
    const [row] = await find(book, byId(String(made)));
    return row ? toContact(row, country) : null;
  },

  async get(ctx, id) {
    const [row] = await find(await bookOf(ctx), byId(id));
    return row ? toContact(row, ctx.tenant.country) : null;
  },

  // Archived: what was booked with them stays.
  async remove(ctx, id) {
    const book = await bookOf(ctx);
    const [row] = await find(book, byId(id));
    if (!row || row['active'] === false) return;
    await book.call('write', {
      ids: [Number(id)],
      args: [['vals', { active: false }]],
      kwargs: { context: book.access.context(undefined) },
      harmless: true,
    });
  },

  /**
   * Odoo tells seconds and compares smaller parts of them, so that nobody can say «after this one». A page goes through
   * one second by id, then on to later ones; where that breaks off, the second that it ended in is begun anew.
   */
  async changes(ctx, cursor) {
    const book = await bookOf(ctx);
    const { second, after }: Cursor =
      cursor === null ? { second: EVER, after: 0 } : Cursor.parse(JSON.parse(cursor));
    const next = odooTime(toMs(second) + SECOND_MS);
    const within = [
      ['write_date', '>=', second],
      ['write_date', '<', next],
      ['id', '>', after],
    ];
    const told = (rows: readonly Row[], at: Cursor, more: boolean) => ({
      contacts: rows.map((row) => toContact(row, ctx.tenant.country)),
      cursor: JSON.stringify(at),
      more,
    });
    const here = await find(book, within, 'id asc', PAGE);
    if (here.length === PAGE) return told(here, { second, after: here.at(-1)!['id'] as number }, true);
    const later = await find(book, [['write_date', '>=', next]], 'write_date asc, id asc', PAGE);
    const rows = [...here, ...later];
    const last = textOf(later.at(-1)?.['write_date'])?.slice(0, 19);
    if (last === undefined) {
      return told(rows, { second, after: 0 }, false);
    }
    if (later.length === PAGE) return told(rows, { second: last, after: 0 }, true);
    return told(rows, { second: odooTime(toMs(last) - OVERLAP_MS), after: 0 }, false);
  },
};
