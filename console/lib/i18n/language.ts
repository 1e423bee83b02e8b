import { useSyncExternalStore } from 'react';

export type Language = 'es' | 'en';
export const LANGUAGES: readonly Language[] = ['es', 'en'];
const KEY = 'smarteros.language';
const CHANGED = 'smarteros:language';

/** What numbers and dates are written like. es-PE and es-AR read our Spanish. */
export const LOCALES: Readonly<Record<Language, string>> = { es: 'es-CL', en: 'en-GB' };

/** Chosen here, or what the browser prefers; Spanish where it prefers neither. */
export function currentLanguage(): Language {
  if (typeof window === 'undefined') return 'es';
  const stored = localStorage.getItem(KEY);
  if (stored === 'es' || stored === 'en') return stored;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Language => tag === 'es' || tag === 'en') ?? 'es';
}

export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage, () => 'es');
