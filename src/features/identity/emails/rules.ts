import type { Language } from '#core/errors.ts';

/** Codes that one person asks for, and that one address gets from everybody, in 24 hours. */
export const PER_DAY = 10;
export const DAY_MS = 24 * 3_600_000;
/** Six digits and five tries: of all codes of a day one in 20,000 is guessed, by somebody who has proved who they are. */
export const DIGITS = 6;

const NOTICES = {
  changed: {
    en: 'Another mail address now belongs to your SmarterOS login. If it wasn’t you, log in, end the other sessions and change it back.',
    es: 'Ahora otro correo pertenece a su ingreso a SmarterOS. Si no fue usted, ingrese, cierre las demás sesiones y cámbielo de vuelta.',
  },
  removed: {
    en: 'The mail address of your SmarterOS login was removed. If it wasn’t you, log in, end the other sessions and add it again.',
    es: 'Se quitó el correo de su ingreso a SmarterOS. Si no fue usted, ingrese, cierre las demás sesiones y agréguelo de nuevo.',
  },
} as const;

export const emailNoticeText = (what: keyof typeof NOTICES, language: Language): string =>
  NOTICES[what][language];

export const emailCodeText = (code: string, language: Language): string =>
  language === 'es'
    ? `${code} confirma que este correo es suyo, en SmarterOS. Vence en 5 minutos. Si no lo pidió, no haga nada y no lo comparta.\n`
    : `${code} confirms to SmarterOS that this mail address is yours. It expires in 5 minutes. If you didn’t ask for it, do nothing and don’t share it.\n`;
