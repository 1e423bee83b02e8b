import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { dropMessages, dueMessages, eraseMessages, exportMessages } from './data/store.ts';

const KEPT_DAYS = 730;

/** Before the contact itself, whose number tells which messages are theirs. */
export const messageData: readonly PersonalData[] = [
  definePersonalData({
    name: 'messages',
    tables: ['app.messages'],
    title: { es: 'Mensajes de WhatsApp', en: 'WhatsApp messages' },
    purposes: { es: 'Conversar con clientes e interesados.', en: 'Talking with customers and whoever asks.' },
    basis: 'contract',
    classes: ['contact', 'other'],
    recipients: { es: 'WhatsApp (Meta), que los transporta.', en: 'WhatsApp (Meta), which carries them.' },
    abroad: {
      es: 'Estados Unidos: cláusulas contractuales de Meta.',
      en: 'United States: Meta’s contractual clauses.',
    },
    security: {
      es: 'Separación por empresa en la base de datos, acceso por roles, registro de auditoría, respaldos.',
      en: 'Each company fenced in the database, access by roles, audit trail, backups.',
    },
    retention: {
      days: KEPT_DAYS,
      why: {
        es: 'Dos años alcanzan para seguir una conversación.',
        en: 'Two years are enough to follow a conversation up.',
      },
    },
    export: exportMessages,
    erase: async (run, contactId) => (await run(eraseMessages(contactId)))[0]?.n ?? 0,
    expire: { due: dueMessages, drop: dropMessages },
  }),
];
