import type { Ground } from '#core/personal-data.ts';
import { afterBusinessDays, afterCalendarDays, dayOf } from './calendar.ts';

export const KINDS = ['access', 'rectify', 'erase', 'oppose', 'portability', 'block'] as const;
export type Kind = (typeof KINDS)[number];

/** Ley 19.628, art. 11. */
const DECIDE_DAYS = 30;
export const EXTENSION_DAYS = 30;
const BLOCK_BUSINESS_DAYS = 2;
const COMPLAINT_BUSINESS_DAYS = 30;

/** End of the day by which it must be decided. */
export const dueOf = (kind: Kind, receivedAt: Date): Date =>
  kind === 'block'
    ? afterBusinessDays(receivedAt, BLOCK_BUSINESS_DAYS)
    : afterCalendarDays(receivedAt, DECIDE_DAYS);

export const extendedDue = (dueAt: Date, days: number): Date => afterCalendarDays(dueAt, days);

type Words = Readonly<Record<'es' | 'en', string>>;

export const KIND_WORDS: Readonly<Record<Kind, Words>> = {
  access: { es: 'acceso', en: 'access' },
  rectify: { es: 'rectificación', en: 'rectification' },
  erase: { es: 'supresión', en: 'erasure' },
  oppose: { es: 'oposición', en: 'opposition' },
  portability: { es: 'portabilidad', en: 'portability' },
  block: { es: 'bloqueo temporal', en: 'temporary block' },
};

export const GROUND_WORDS: Readonly<Record<Ground, Words>> = {
  legal_duty: {
    es: 'La ley nos obliga a conservar estos datos.',
    en: 'The law obliges us to keep these data.',
  },
  legal_defence: {
    es: 'Los datos se necesitan para formular, ejercer o defender un derecho.',
    en: 'The data are needed to make, exercise or defend a legal claim.',
  },
  contract_in_force: {
    es: 'Los datos se necesitan para un contrato vigente con usted.',
    en: 'The data are needed for a contract with you that is in force.',
  },
  expression_and_information: {
    es: 'Los datos se necesitan para ejercer la libertad de emitir opinión y de informar.',
    en: 'The data are needed for the freedom of expression and information.',
  },
  public_interest: {
    es: 'Los datos se necesitan por razones de interés público.',
    en: 'The data are needed for reasons of public interest.',
  },
  research_or_statistics: {
    es: 'Los datos se tratan con fines históricos, estadísticos o científicos de interés público.',
    en: 'The data serve historical, statistical or scientific purposes of public interest.',
  },
  identity_not_proved: {
    es: 'No se pudo acreditar su identidad.',
    en: 'Your identity could not be proved.',
  },
  not_applicable: {
    es: 'La ley no concede este derecho en su caso.',
    en: 'The law doesn’t grant this right in your case.',
  },
};

/** What a refusal has to say at the end: where to complain, and until when. */
export function complaintWords(decidedAt: Date): Words {
  const until = dayOf(afterBusinessDays(decidedAt, COMPLAINT_BUSINESS_DAYS));
  return {
    es: `Puede reclamar ante la Agencia de Protección de Datos Personales dentro de 30 días hábiles, hasta el ${until}.`,
    en: `You can complain to the Data Protection Agency (Agencia de Protección de Datos Personales) within 30 business days, until ${until}.`,
  };
}

/** The decision as it is sent: Spanish first, since that is what the law asks for. */
export function decisionNotice(request: {
  readonly kind: Kind;
  readonly name: string;
  readonly company: string;
  readonly outcome: 'granted' | 'refused';
  readonly ground: Ground | null;
  readonly reason: string | null;
  readonly decidedAt: Date;
}): { subject: string; text: string } {
  const write = (language: 'es' | 'en'): string => {
    const kind = KIND_WORDS[request.kind][language];
    const greeting = language === 'es' ? `Hola, ${request.name}:` : `Hello ${request.name},`;
    const granted =
      language === 'es'
        ? `${request.company} acogió su solicitud de ${kind}.`
        : `${request.company} granted your request for ${kind}.`;
    const refused =
      language === 'es'
        ? `${request.company} no acogió su solicitud de ${kind}.`
        : `${request.company} refused your request for ${kind}.`;
    const lines = [greeting, request.outcome === 'granted' ? granted : refused];
    if (request.ground) lines.push(GROUND_WORDS[request.ground][language]);
    if (request.reason) lines.push(request.reason);
    if (request.outcome === 'refused') lines.push(complaintWords(request.decidedAt)[language]);
    return lines.join('\n\n');
  };
  return {
    subject: `${request.company}: ${KIND_WORDS[request.kind].es}`,
    text: `${write('es')}\n\n---\n\n${write('en')}\n`,
  };
}
