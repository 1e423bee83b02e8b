import type { IncomingHttpHeaders } from 'node:http';
import { pathHere } from '#surfaces/pages/next.ts';

/**
 * Where a browser logs in, and comes back from: paths of the very host that it asked, since a session's cookie holds
 * for that host alone. Nothing here can name another host, whatever the request says.
 */
export function loginOf(uri: string | undefined): string {
  const path = pathHere(uri) ?? '/';
  return path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`;
}

/** A page being opened, and not a script, picture or socket that can do nothing with a login page. */
export function opensPage(headers: IncomingHttpHeaders, method: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const mode = headers['sec-fetch-mode'];
  return headers.accept?.includes('text/html') === true && (mode === undefined || mode === 'navigate');
}
