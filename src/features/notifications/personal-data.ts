import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { eraseChoices, exportChoices } from './store.ts';

export const notificationData: readonly PersonalData[] = [
  definePersonalData({
    name: 'notifications',
    about: 'people',
    tables: ['core.notification_choices'],
    title: { es: 'Notificaciones elegidas', en: 'Choices of notifications' },
    purposes: { es: 'Avisar a cada quien como prefiere.', en: 'Telling everybody as they prefer.' },
    basis: 'contract',
    classes: ['other'],
    recipients: { es: 'Nadie.', en: 'Nobody.' },
    abroad: null,
    security: { es: 'Separación por empresa; respaldos.', en: 'Each company fenced; backups.' },
    retention: {
      days: null,
      why: { es: 'Mientras pertenezca a la empresa.', en: 'As long as they belong to the company.' },
    },
    export: exportChoices,
    erase: async (run, id) => (await run(eraseChoices(id)))[0]?.n ?? 0,
  }),
];
