import type { DataClass, Text } from '#core/personal-data.ts';
import type { BreachRow } from './store.ts';

/** Art. 14 sexies: with these data each person concerned is told as well. */
const TOLD_TO_PEOPLE: ReadonlySet<DataClass> = new Set(['sensitive', 'minors', 'economic']);

export const duties = ({ risk, dataClasses }: Pick<BreachRow, 'risk' | 'dataClasses'>) => {
  const agency = risk === 'reasonable' || risk === 'high';
  return { agency, people: agency && dataClasses.some((one) => TOLD_TO_PEOPLE.has(one)) };
};

const CLASS_WORDS: Readonly<Record<DataClass, Text>> = {
  identification: { es: 'identificación', en: 'identification' },
  contact: { es: 'contacto', en: 'contact details' },
  credentials: { es: 'credenciales de acceso', en: 'login credentials' },
  location: { es: 'ubicación', en: 'location' },
  other: { es: 'otros datos', en: 'other data' },
  economic: {
    es: 'económicos, financieros, bancarios o comerciales',
    en: 'economic, financial, bank or commercial',
  },
  minors: { es: 'de menores de 14 años', en: 'of children under 14' },
  sensitive: { es: 'sensibles', en: 'sensitive' },
};

const list = (classes: readonly DataClass[], language: 'es' | 'en'): string =>
  classes.map((one) => CLASS_WORDS[one][language]).join(', ');
const day = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** To the Data Protection Agency, by the fastest means. */
export function agencyText(breach: BreachRow, company: string): Text {
  const { title, description, measures } = breach;
  const many = breach.affected === null ? { es: 'en determinación', en: 'not known yet' } : null;
  return {
    es: `A la Agencia de Protección de Datos Personales

${company} informa una vulneración de medidas de seguridad (Ley 19.628, art. 14 sexies).

Hecho: ${title}
Detectado: ${day(breach.detectedAt)} UTC
Descripción: ${description}
Datos afectados: ${list(breach.dataClasses, 'es')}
Personas afectadas: ${many?.es ?? breach.affected}
Riesgo: ${breach.risk === 'high' ? 'alto' : 'razonable'}
Medidas: ${measures}
`,
    en: `To the Data Protection Agency (Agencia de Protección de Datos Personales)

${company} reports a breach of security (Ley 19.628, art. 14 sexies).

What happened: ${title}
Noticed: ${day(breach.detectedAt)} UTC
Description: ${description}
Data concerned: ${list(breach.dataClasses, 'en')}
People concerned: ${many?.en ?? breach.affected}
Risk: ${breach.risk}
Measures: ${measures}
`,
  };
}

/** To each person concerned, in plain words. */
export function personText(breach: BreachRow, company: string): Text {
  return {
    es: `${company} le informa que hubo una vulneración de seguridad que afecta sus datos personales.

Qué pasó: ${breach.title}
Cuándo lo supimos: ${day(breach.detectedAt)} UTC
Qué datos: ${list(breach.dataClasses, 'es')}
Qué hicimos: ${breach.measures}

Puede pedir acceso, supresión o bloqueo de sus datos respondiendo este mensaje, y reclamar ante la Agencia de Protección de Datos Personales.
`,
    en: `${company} informs you of a breach of security that concerns your personal data.

What happened: ${breach.title}
When we learned of it: ${day(breach.detectedAt)} UTC
Which data: ${list(breach.dataClasses, 'en')}
What we did: ${breach.measures}

You can ask for access, erasure or a block of your data by answering this message, and complain to the Data Protection Agency.
`,
  };
}
