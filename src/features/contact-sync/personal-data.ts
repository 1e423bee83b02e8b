import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { exportLinks, touchLinks } from './store.ts';

export const contactSyncData: readonly PersonalData[] = [
  definePersonalData({
    name: 'contact_links',
    tables: ['app.contact_links', 'app.contact_told'],
    title: { es: 'Contactos en los motores', en: 'Contacts in engines' },
    purposes: {
      es: 'Mantener un mismo contacto igual en todos los sistemas de la empresa.',
      en: 'Keeping a contact the same in all systems of the company.',
    },
    basis: 'contract',
    classes: ['identification', 'contact'],
    recipients: {
      es: 'Los sistemas que la empresa conectó, por ejemplo Odoo y Chatwoot.',
      en: 'The systems that the company connected, e.g. Odoo and Chatwoot.',
    },
    abroad: null,
    security: {
      es: 'Separación por empresa en la base de datos; solo huellas de los datos, no los datos.',
      en: 'Each company fenced in the database; fingerprints of the data, not the data.',
    },
    retention: {
      days: null,
      why: { es: 'Como los contactos mismos.', en: 'As the contacts themselves.' },
    },
    export: exportLinks,
    // Erased here, it goes there as well.
    erase: async (run, id, now) => (await run(touchLinks(id, 'going', now)))[0]?.n ?? 0,
    rectify: async (run, id, _patch, { now }) => (await run(touchLinks(id, null, now)))[0]?.n ?? 0,
  }),
];
