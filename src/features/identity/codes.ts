import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** One-time codes: 5 minutes, 5 tries, one open code per number and purpose. How long they are: otp/budget.ts. */
export const CODE_SECONDS = 300;
export const CODE_TRIES = 5;
/** How long until another code may be asked for. */
export const RESEND_SECONDS = 30;

export type Purpose = 'login' | 'step_up' | 'new_phone' | 'new_email' | 'recovery';

/** Of a cryptographic generator, leading zeros included. */
export const newCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, '0');

/** What is stored of a code: without the key it can't be tried out, and it fits one number or address and purpose only. */
export const codeHash = (key: Buffer, code: string, to: string, purpose: Purpose): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0${to}\0${code}`).digest();

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

export const codeText = (code: string, language: 'en' | 'es'): string =>
  language === 'es'
    ? `${code} es su código de SmarterOS. Vence en 5 minutos. No lo comparta con nadie.`
    : `${code} is your SmarterOS code. It expires in 5 minutes. Don’t share it with anybody.`;
