/** Marks our keys in logs and secret scanners. */
export const KEY_PREFIX = 'smk_';
