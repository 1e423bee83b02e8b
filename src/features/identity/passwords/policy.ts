import { invalidField } from '#core/errors.ts';
import { COMMON } from './common.ts';
import { normalised } from './hash.ts';

/** NIST SP 800-63B-4: length decides, not kinds of characters. */
const ALONE_CHARS = 15;
const WITH_FACTOR_CHARS = 8;
/** The longest part that a password may repeat from end to end: `abcabcabc`. */
const MAX_UNIT = 4;

const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklñzxcvbnm'];

function isMonotonous(text: string): boolean {
  for (let unit = 1; unit <= MAX_UNIT; unit += 1) {
    const part = text.slice(0, unit);
    if (part.repeat(Math.ceil(text.length / unit)).slice(0, text.length) === text) return true;
  }
  return ROWS.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text));
}

/**
 * @returns whether it is too short to stand alone
 * @throws AppError invalid_input for what is too short, common, or only says who they are
 */
export function judgePassword(password: string, username: string, hasFactor: boolean): { short: boolean } {
  const text = normalised(password);
  const length = [...text].length;
  const least = hasFactor ? WITH_FACTOR_CHARS : ALONE_CHARS;
  if (length < least) {
    throw invalidField('password', 'length', {
      en: hasFactor
        ? `must have ${least} characters or more`
        : `must have ${least} characters or more, or ${WITH_FACTOR_CHARS} beside a second factor`,
      es: hasFactor
        ? `debe tener ${least} caracteres o más`
        : `debe tener ${least} caracteres o más, u ${WITH_FACTOR_CHARS} junto con un segundo factor`,
    });
  }
  const plain = text.toLowerCase();
  const rest = plain.replaceAll(username, '').replaceAll('smarteros', '');
  if (COMMON.has(plain) || isMonotonous(plain) || [...rest].length < WITH_FACTOR_CHARS / 2) {
    throw invalidField('password', 'common', {
      en: 'is among the first that anybody would try: choose another',
      es: 'es de las primeras que cualquiera probaría: elija otra',
    });
  }
  return { short: length < ALONE_CHARS };
}
