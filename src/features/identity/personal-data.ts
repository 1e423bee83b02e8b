import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { factorData } from './factors/personal-data.ts';
import {
  eraseClaims,
  eraseLogins,
  erasePerson,
  exportLogins,
  exportMemberships,
  exportPerson,
} from './store.ts';

const SECURITY = {
  es: 'Esquema y rol de base de datos propios; códigos y claves solo como resumen; respaldos.',
  en: 'A schema and database role of its own; codes and tokens as hashes only; backups.',
};
const COMPANIES = { es: 'Las empresas a las que pertenece.', en: 'The companies one belongs to.' };
const LOGIN = {
  es: 'Mientras exista el acceso; se elimina a petición.',
  en: 'As long as the login exists; erased on request.',
};

/**
 * What is kept about people with a login, in the order of erasure. Codes and tokens are hashes that tell nothing of
 * anybody.
 */
export const personData: readonly PersonalData[] = [
  factorData,
  definePersonalData({
    name: 'sessions',
    about: 'people',
    tables: [
      'identity.sessions',
      'identity.refresh_tokens',
      'identity.otp_codes',
      'identity.otp_numbers',
      'identity.unreachable_phones',
    ],
    title: { es: 'Sesiones', en: 'Sessions' },
    purposes: { es: 'Mantener el ingreso y detectar abusos.', en: 'Keeping logins and noticing abuse.' },
    basis: 'legitimate_interest',
    classes: ['credentials', 'location'],
    recipients: { es: 'Nadie.', en: 'Nobody.' },
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: LOGIN },
    export: exportLogins,
    erase: async (run, id, now) => (await run(eraseLogins(id, now)))[0]?.n ?? 0,
  }),
  definePersonalData({
    name: 'login',
    about: 'people',
    tables: ['identity.people'],
    title: { es: 'Identidad', en: 'Identity' },
    purposes: { es: 'Reconocer a quien ingresa.', en: 'Recognising who logs in.' },
    basis: 'contract',
    classes: ['identification', 'contact'],
    recipients: COMPANIES,
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: LOGIN },
    export: exportPerson,
    erase: async (run, id, now) => (await run(erasePerson(id, now)))[0]?.n ?? 0,
  }),
  definePersonalData({
    name: 'memberships',
    about: 'people',
    tables: ['core.memberships', 'identity.oauth_grants', 'identity.tenant_claims'],
    title: { es: 'Empresas y permisos', en: 'Companies and permissions' },
    purposes: { es: 'Saber qué puede hacer cada quien.', en: 'Knowing what each may do.' },
    basis: 'contract',
    classes: ['other'],
    recipients: COMPANIES,
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: LOGIN },
    export: exportMemberships,
    erase: async (run, id) => (await run(eraseClaims(id)))[0]?.n ?? 0,
  }),
];
