/** Parts that need no escape in an address, and none that is a way up: what is asked is what Vault sees. */
const PART = '[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?';
/** A secret's path below its company's. */
export const PATH = new RegExp(`^${PART}(?:/${PART}){0,9}$`);

const ROOT = 'smarteros';

/** No engine is named so: credentials that SmarterOS keeps for a company stand beside, out of its reach. */
const OWN = 'own';

/** Where SmarterOS keeps what it needs for a company. The slug comes from a login, never from a request. */
export const keptPath = (slug: string, path: string): string => `${ROOT}/${slug}/${path}`;

/** Where a company's own secrets are. */
export const ownPath = (slug: string, path = ''): string =>
  keptPath(slug, path === '' ? OWN : `${OWN}/${path}`);
