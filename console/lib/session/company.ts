import { useSyncExternalStore } from 'react';

const KEY = 'smarteros.company';
const CHANGED = 'smarteros:company';
/** The parameter of an address that names its company by slug. */
export const COMPANY = 'company';
/** Pages on the way in belong to no company. */
const ENTRY = /^\/(?:join|login|setup|start)\b/;
const HERE = 'http://here.invalid';

/**
 * The slug of the company that this tab works in. The address decides (session.tsx); this is what holds for addresses that
 * name none: the tab's own, in a new tab the last one that was chosen anywhere.
 */
export function currentCompany(): string | undefined {
  if (typeof window === 'undefined') return undefined;
  return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? undefined;
}

/** Pages don't call this but go to an address in the other company. */
export function chooseCompany(slug: string | undefined): void {
  for (const storage of [sessionStorage, localStorage]) {
    if (slug === undefined) storage.removeItem(KEY);
    else storage.setItem(KEY, slug);
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

export const useCompanySlug = (): string | undefined =>
  useSyncExternalStore(subscribe, currentCompany, () => undefined);

/** A path of the console, in a company; one that names its company already stays as it is. */
export function inCompany(href: string, slug: string | undefined): string {
  if (slug === undefined || !href.startsWith('/') || ENTRY.test(href)) return href;
  const url = new URL(href, HERE);
  if (!url.searchParams.has(COMPANY)) url.searchParams.set(COMPANY, slug);
  return url.pathname + url.search + url.hash;
}
