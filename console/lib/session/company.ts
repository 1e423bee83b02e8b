import { useSyncExternalStore } from 'react';

const KEY = 'smarteros.company';
const CHANGED = 'smarteros:company';

/** The chosen company's slug. Each tab keeps its own; a new one begins with the last chosen. */
export function currentCompany(): string | undefined {
  if (typeof window === 'undefined') return undefined;
  return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? undefined;
}

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
