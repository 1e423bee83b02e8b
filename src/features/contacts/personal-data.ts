import { z } from 'zod';
import { invalidField } from '#core/errors.ts';
import { definePersonalData, type PersonalData, type Run } from '#core/personal-data.ts';
import { dropHeld, dueHeld, eraseHeld, exportHeld } from './form/store.ts';
import { eraseMerges, exportMerges, moveMessages } from './merges/store.ts';
import { normalise, termsOf } from './rules.ts';
import { fields, type Contact } from './schema.ts';
import {
  blockContact,
  dropMessages,
  dueMessages,
  eraseContact,
  eraseMessages,
  exportContact,
  exportMessages,
  lockContact,
  replaceTerms,
  toContact,
  updateContact,
} from './store.ts';

const SECURITY = {
  es: 'Separación por empresa en la base de datos, acceso por roles, registro de auditoría, respaldos.',
  en: 'Each company fenced in the database, access by roles, audit trail, backups.',
};
const NOBODY = { es: 'Nadie fuera de la empresa.', en: 'Nobody outside of the company.' };
const MESSAGE_DAYS = 730;
const HELD_DAYS = 30;

const Patch = z
  .strictObject({
    name: fields.name,
    email: fields.email.nullable(),
    phone: fields.phone.nullable(),
    taxId: fields.taxId.nullable(),
  })
  .partial();

/** As contacts.update does, whatever blocks the contact meanwhile. */
async function rectify(
  run: Run,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  { country, now }: { readonly country: string; readonly now: Date },
): Promise<number> {
  const parsed = Patch.safeParse(patch);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.');
    throw invalidField(field ? `patch.${field}` : 'patch', 'patch', {
      en: 'holds the right values of name, email, phone or taxId',
      es: 'contiene los valores correctos de name, email, phone o taxId',
    });
  }
  const [row] = await run(lockContact(id));
  if (!row) return 0;
  const given = Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
  const values = normalise({ ...toContact(row), ...given }, country);
  const contact: Contact = { id, ...values, createdAt: row.createdAt, version: row.version + 1 };
  await run(updateContact(contact, now));
  await run(replaceTerms(id, termsOf(toContact(row), country), termsOf(values, country)));
  return 1;
}

export const contactData: readonly PersonalData[] = [
  definePersonalData({
    name: 'contacts',
    tables: ['app.contacts', 'app.contact_terms'],
    title: { es: 'Libreta de contactos', en: 'Contact book' },
    purposes: {
      es: 'Atender a clientes, proveedores e interesados.',
      en: 'Serving customers, suppliers and whoever asks.',
    },
    basis: 'contract',
    classes: ['identification', 'contact'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: {
      days: null,
      why: {
        es: 'Mientras dure la relación; se elimina a petición.',
        en: 'As long as the relation lasts; erased on request.',
      },
    },
    export: exportContact,
    erase: async (run, id, now) => (await run(eraseContact(id, now)))[0]?.n ?? 0,
    rectify,
    block: blockContact,
  }),
  definePersonalData({
    name: 'contact_merges',
    tables: ['app.merges', 'app.merged_contacts'],
    title: { es: 'Contactos fusionados', en: 'Merged contacts' },
    purposes: { es: 'Deshacer una fusión equivocada.', en: 'Taking a wrong merge back.' },
    basis: 'contract',
    classes: ['identification', 'contact'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: {
      days: null,
      why: { es: 'Como los contactos mismos.', en: 'As the contacts themselves.' },
    },
    export: exportMerges,
    erase: async (run, id) => (await run(eraseMerges(id)))[0]?.n ?? 0,
  }),
  definePersonalData({
    name: 'form_messages',
    tables: ['app.form_messages'],
    title: { es: 'Mensajes de formularios', en: 'Messages of forms' },
    purposes: { es: 'Responder a quien escribe.', en: 'Answering whoever writes.' },
    basis: 'consent',
    classes: ['identification', 'contact', 'other'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: {
      days: MESSAGE_DAYS,
      why: {
        es: 'Dos años alcanzan para seguir una consulta.',
        en: 'Two years are enough to follow a question up.',
      },
    },
    export: exportMessages,
    erase: async (run, id) => (await run(eraseMessages(id)))[0]?.n ?? 0,
    move: moveMessages,
    expire: { due: dueMessages, drop: dropMessages },
  }),
  definePersonalData({
    name: 'held_messages',
    tables: ['app.held_messages'],
    title: { es: 'Mensajes retenidos de formularios', en: 'Held messages of forms' },
    purposes: { es: 'Distinguir el spam de quien escribe.', en: 'Telling spam from whoever writes.' },
    basis: 'consent',
    classes: ['identification', 'contact', 'other'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: {
      days: HELD_DAYS,
      why: {
        es: 'Un mes alcanza para revisarlos.',
        en: 'A month is enough to look through them.',
      },
    },
    export: exportHeld,
    erase: async (run, id) => (await run(eraseHeld(id)))[0]?.n ?? 0,
    expire: { due: dueHeld, drop: dropHeld },
  }),
];
