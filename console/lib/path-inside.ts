const HERE = 'http://here.invalid';

/** A page of the console to go on to, or home for whatever might lead out of it. */
export function pathInside(next: string | null): string {
  if (!next?.startsWith('/')) return '/';
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE) return '/';
  const path = `${url.pathname}${url.search}`;
  return path.startsWith('//') || path.startsWith('/login') ? '/' : path;
}
