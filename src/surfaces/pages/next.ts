const HERE = 'http://here.invalid';
const HOME = '/docs';

/**
 * Where to go after the login: a path of this site, or home. Browsers read `//host`, `/\\host` and tabs inside as ways
 * out, so what comes back is what the URL parser made of it, never what was sent.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2_000) return HOME;
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE) return HOME;
  const path = `${url.pathname}${url.search}`;
  return path.startsWith('//') ? HOME : path;
}
