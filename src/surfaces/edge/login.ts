import type { IncomingHttpHeaders } from 'node:http';

const HERE = 'http://here.invalid';
const MAX_NEXT = 2000;

/**
 * Where a browser logs in, and comes back from: paths of the very host that it asked, since a session's cookie holds
 * for that host alone. Nothing here can name another host, whatever the request says.
 */
export function loginOf(uri: string | undefined): string {
  // What comes out is what the URL parser made of it: browsers read `//host`, `/\host` and tabs inside as ways out.
  const url = uri?.startsWith('/') && uri.length <= MAX_NEXT ? URL.parse(uri, HERE) : null;
  const path = url?.origin === HERE ? `${url.pathname}${url.search}` : '/';
  return path === '/' || path.startsWith('//') ? '/login' : `/login?next=${encodeURIComponent(path)}`;
}

/** A page being opened, and not a script, picture or socket that can do nothing with a login page. */
export function opensPage(headers: IncomingHttpHeaders, method: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const mode = headers['sec-fetch-mode'];
  return headers.accept?.includes('text/html') === true && (mode === undefined || mode === 'navigate');
}
