import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { eraseInvitations, exportInvitations } from './data/store.ts';
import { KEPT_DAYS } from './rules.ts';

/** Before the login itself, whose number and mail address tell which invitations are theirs. */
export const invitationData: readonly PersonalData[] = [
  definePersonalData({
    name: 'invitations',
    about: 'people',
    tables: ['core.invitations'],
    title: { es: 'Invitaciones', en: 'Invitations' },
    purposes: { es: 'Invitar a alguien a una empresa.', en: 'Inviting somebody to a company.' },
    basis: 'legitimate_interest',
    classes: ['contact'],
    recipients: { es: 'La empresa que invita.', en: 'The company that invites.' },
    abroad: null,
    security: {
      es: 'Separación por empresa en la base de datos; enlaces solo como resumen; respaldos.',
      en: 'Each company fenced in the database; links as hashes only; backups.',
    },
    retention: {
      days: KEPT_DAYS,
      why: { es: 'Un mes después de terminar se olvidan.', en: 'Forgotten a month after they ended.' },
    },
    export: exportInvitations,
    erase: async (run, ugid) => (await run(eraseInvitations(ugid)))[0]?.n ?? 0,
  }),
];
