import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { eraseFactors, exportFactors } from './store.ts';

export const factorData: PersonalData = definePersonalData({
  name: 'factors',
  about: 'people',
  tables: [
    'identity.totp',
    'identity.recovery_codes',
    'identity.passkeys',
    'identity.passwords',
    'identity.login_tickets',
    'identity.identities',
    'identity.number_changes',
    'identity.email_changes',
  ],
  title: { es: 'Formas de ingresar', en: 'Ways to log in' },
  purposes: {
    es: 'Comprobar que quien ingresa es quien dice ser.',
    en: 'Proving that whoever logs in is who they say.',
  },
  basis: 'contract',
  classes: ['credentials', 'contact'],
  recipients: { es: 'Nadie.', en: 'Nobody.' },
  abroad: null,
  security: {
    es: 'Esquema y rol de base de datos propios; secretos cifrados o solo como resumen; respaldos.',
    en: 'A schema and database role of its own; secrets sealed or as hashes only; backups.',
  },
  retention: {
    days: null,
    why: {
      es: 'Mientras exista el acceso; se elimina a petición.',
      en: 'As long as the login exists; erased on request.',
    },
  },
  export: exportFactors,
  erase: async (run, id) => (await run(eraseFactors(id)))[0]?.n ?? 0,
});
