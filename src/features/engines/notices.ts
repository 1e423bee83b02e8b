import type { Language } from '#core/errors.ts';

/** Failures in a row, some eight minutes of them, after which it no longer looks as if it came right by itself. */
export const STAYS = 8;

/** `why` as the failed step says it. */
export const failedNotice = (
  language: Language,
  { company, title, why }: { company: string; title: string; why: string },
): { subject: string; text: string } =>
  language === 'es'
    ? {
        subject: `${title} de ${company} tiene un problema`,
        text: `SmarterOS no logra dejar ${title} de ${company} como debe estar. ${why} Se sigue intentando cada 15 minutos; en Sistemas puede ver el detalle y reintentar de inmediato.`,
      }
    : {
        subject: `${title} of ${company} has a problem`,
        text: `SmarterOS can’t bring ${title} of ${company} to where it is to be. ${why} It is tried again every 15 minutes; under Systems you see the details and can try at once.`,
      };
