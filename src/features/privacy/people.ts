import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { exportPersonAudit, exportPersonConsents, exportPersonRequests } from './subject/store.ts';

const OPERATOR = { es: 'El operador de esta instalación.', en: 'The operator of this installation.' };
const SECURITY = { es: 'Solo se agrega, nunca se cambia.', en: 'Only ever added to, never changed.' };
const EVIDENCE = {
  es: 'Como prueba, mientras exista la instalación.',
  en: 'As evidence, as long as this installation is here.',
};

const register = (
  part: Pick<PersonalData, 'name' | 'tables' | 'title' | 'purposes' | 'export'>,
): PersonalData =>
  definePersonalData({
    ...part,
    about: 'people',
    basis: 'legal_duty',
    classes: ['identification', 'other'],
    recipients: OPERATOR,
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: EVIDENCE },
    keeps: { ground: 'legal_duty', why: EVIDENCE },
  });

/** What the registers of the platform's own tenant say of people with a login. */
export const peopleData: readonly PersonalData[] = [
  register({
    name: 'own_consents',
    tables: ['privacy.consents'],
    title: { es: 'Consentimientos', en: 'Consents' },
    purposes: { es: 'Probar a qué se consintió.', en: 'Proving what was agreed to.' },
    export: exportPersonConsents,
  }),
  register({
    name: 'own_requests',
    tables: ['privacy.requests'],
    title: { es: 'Solicitudes', en: 'Requests' },
    purposes: { es: 'Responder a derechos de las personas.', en: 'Answering people’s rights.' },
    export: exportPersonRequests,
  }),
  register({
    name: 'own_audit',
    tables: ['core.audit'],
    title: { es: 'Auditoría de ingresos', en: 'Audit of logins' },
    purposes: { es: 'Saber quién hizo qué.', en: 'Knowing who did what.' },
    export: exportPersonAudit,
  }),
];
