import { definePersonalData, TAX_DAYS, type PersonalData } from '#core/personal-data.ts';
import { exportConsents, moveConsents } from './consents/store.ts';
import { exportRequests } from './requests/store.ts';
import { exportAudit, nothing } from './subject/store.ts';

const NOBODY = { es: 'Nadie fuera de la empresa.', en: 'Nobody outside of the company.' };
const SECURITY = {
  es: 'Solo se agrega, nunca se cambia; separación por empresa; respaldos.',
  en: 'Only ever added to, never changed; each company fenced; backups.',
};
const EVIDENCE = {
  es: 'Mientras exista la empresa: es la prueba de que actuó conforme a la ley.',
  en: 'As long as the company is here: it proves that it acted lawfully.',
};

/** What this feature itself, and the kernel's audit, keep about people. */
export const ownData: readonly PersonalData[] = [
  definePersonalData({
    name: 'consents',
    tables: ['privacy.consents', 'privacy.withdrawals'],
    title: { es: 'Registro de consentimientos', en: 'Consent ledger' },
    purposes: { es: 'Probar a qué se consintió y cuándo.', en: 'Proving what was agreed to, and when.' },
    basis: 'legal_duty',
    classes: ['identification', 'other'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: EVIDENCE },
    export: exportConsents,
    move: moveConsents,
    keeps: { ground: 'legal_defence', why: EVIDENCE },
  }),
  definePersonalData({
    name: 'requests',
    tables: ['privacy.requests'],
    title: { es: 'Solicitudes de titulares', en: 'Requests of people' },
    purposes: { es: 'Responder a derechos de las personas.', en: 'Answering people’s rights.' },
    basis: 'legal_duty',
    classes: ['identification', 'contact'],
    recipients: {
      es: 'La Agencia de Protección de Datos Personales, si lo pide.',
      en: 'The Data Protection Agency, if it asks.',
    },
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: EVIDENCE },
    export: exportRequests,
    keeps: { ground: 'legal_duty', why: EVIDENCE },
  }),
  definePersonalData({
    name: 'audit',
    tables: ['core.audit'],
    title: { es: 'Registro de auditoría', en: 'Audit trail' },
    purposes: { es: 'Saber quién hizo qué.', en: 'Knowing who did what.' },
    basis: 'legal_duty',
    classes: ['identification', 'other'],
    recipients: NOBODY,
    abroad: null,
    security: SECURITY,
    retention: { days: null, why: EVIDENCE },
    export: exportAudit,
    keeps: { ground: 'legal_duty', why: EVIDENCE },
  }),
  definePersonalData({
    name: 'tax_records',
    tables: [],
    title: { es: 'Documentos tributarios y contables', en: 'Tax documents and books' },
    purposes: { es: 'Cumplir la ley tributaria.', en: 'Obeying tax law.' },
    basis: 'legal_duty',
    classes: ['identification', 'economic'],
    recipients: { es: 'Servicio de Impuestos Internos.', en: 'The tax office (SII).' },
    abroad: null,
    security: SECURITY,
    retention: {
      days: TAX_DAYS,
      minimumDays: TAX_DAYS,
      why: {
        es: 'Código Tributario, arts. 17 y 200: seis años.',
        en: 'Código Tributario, arts. 17 and 200: six years.',
      },
    },
    export: nothing,
  }),
];
