import type { Language } from '#core/errors.ts';

/** Between the approval and the change of a lost number; the database keeps to it as well. */
export const WAIT_HOURS = 72;
export const WAIT_MS = WAIT_HOURS * 3_600_000;
/** How long a request lives: approval, wait and the end of it. */
export const REQUEST_MS = 14 * 24 * 3_600_000;
/** Requests about one person at a time: who floods them keeps nobody from approving the right one. */
export const MAX_OPEN = 5;

export type Occasion = 'changed' | 'asked' | 'approved' | 'completed';

const TEXTS: Readonly<Record<Occasion, Readonly<Record<Language, string>>>> = {
  changed: {
    en: 'The phone number of your SmarterOS login was changed. If it wasn’t you, tell the owner of your company at once.',
    es: 'Se cambió el número de teléfono de su ingreso a SmarterOS. Si no fue usted, avise de inmediato al dueño de su empresa.',
  },
  asked: {
    en: 'Somebody asked to replace this number as your SmarterOS login. If it wasn’t you, log in and cancel it.',
    es: 'Alguien pidió reemplazar este número en su ingreso a SmarterOS. Si no fue usted, ingrese y cancélelo.',
  },
  approved: {
    en: `Replacing this number as your SmarterOS login was approved. It can happen in ${WAIT_HOURS} hours. If you don’t want it, log in and cancel it.`,
    es: `Se aprobó reemplazar este número en su ingreso a SmarterOS. Podrá ocurrir en ${WAIT_HOURS} horas. Si no lo desea, ingrese y cancélelo.`,
  },
  completed: {
    en: 'This number no longer logs in to SmarterOS: another one took its place, and all sessions have ended.',
    es: 'Este número ya no sirve para ingresar a SmarterOS: otro tomó su lugar y todas las sesiones terminaron.',
  },
};

export const noticeText = (occasion: Occasion, language: Language): string => TEXTS[occasion][language];

/** Enough to know a number by, for whoever knows it. */
export const ending = (phone: string): string => `…${phone.slice(-4)}`;
