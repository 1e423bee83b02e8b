/** The form of a grant's token, told apart from keys at a glance. */
export const GRANT_PREFIX = 'smg_';
