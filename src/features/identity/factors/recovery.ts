import { createHash, randomBytes } from 'node:crypto';

const RECOVERY_CODES = 10;
/** 120 bits: more than ASVS 6.5.2 asks for before a plain hash is enough. */
const CODE_BYTES = 15;
/** Crockford's: nothing that people confuse on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

function newCode(): string {
  const bits = [...randomBytes(CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits
    .match(new RegExp(`.{${BITS}}`, 'g'))!
    .map((five) => ALPHABET[Number.parseInt(five, 2)]);
  return letters.join('').match(/.{4}/g)!.join('-');
}

/** Ten codes of six groups of four. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode);

/** As it is stored. Dashes, case and the letters that look like digits don't matter. */
export function recoveryHash(personId: string, written: string): Buffer {
  const code = written
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(`${personId}\0${code}`).digest();
}
