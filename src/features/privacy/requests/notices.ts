import type { Language } from '#core/errors.ts';
import { dayOf } from './calendar.ts';
import { KIND_WORDS, type Kind } from './rules.ts';

interface Due {
  readonly kind: Kind;
  readonly dueAt: string;
}
interface Text {
  readonly subject: string;
  readonly text: string;
}

const day = ({ dueAt }: Due): string => dayOf(new Date(dueAt));

/** Says no name: who asks, and what of, is read where only those see it who may. */
export const receivedNotice = (language: Language, company: string, request: Due): Text =>
  language === 'es'
    ? {
        subject: `Una persona preguntó a ${company} por sus datos`,
        text: `${company} recibió una solicitud de ${KIND_WORDS[request.kind].es} de datos personales. La ley (19.628) da plazo hasta el ${day(request)} para resolverla; está en Datos personales.`,
      }
    : {
        subject: `Somebody asked ${company} about their data`,
        text: `${company} received a request about personal data: ${KIND_WORDS[request.kind].en}. The law (19.628) wants it decided by ${day(request)}; it is under Personal data.`,
      };

/** Requests whose term is about to end, the first one first. */
export function dueNotice(language: Language, company: string, requests: readonly Due[]): Text {
  const lines = requests.map((one) => `- ${KIND_WORDS[one.kind][language]}: ${day(one)}`).join('\n');
  return language === 'es'
    ? {
        subject: `Solicitudes de datos personales por vencer en ${company}`,
        text: `Hay solicitudes sobre datos personales por resolver (Ley 19.628); están en Datos personales:\n\n${lines}`,
      }
    : {
        subject: `Requests about personal data are due at ${company}`,
        text: `Requests about personal data are to be decided (Ley 19.628); they are under Personal data:\n\n${lines}`,
      };
}
