const HERE = 'http://here.invalid';
const HOME = '/docs';

/**
 * A path of this site, or undefined for whatever might lead out of it. Browsers read `//host`, `/\\host` and tabs inside as ways
 * out, so what comes back is what the URL parser made of it, never what was sent.
 */
export function pathHere(next: unknown): string | undefined {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2_000) return undefined;
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE) return undefined;
  const path = `${url.pathname}${url.search}`;
  return path.startsWith('//') ? undefined : path;
}

/** Where to go after the login: a path of this site, or home. */
export const safeNext = (next: unknown): string => pathHere(next) ?? HOME;
