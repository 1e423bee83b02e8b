import { useSyncExternalStore } from 'react';
import { THEME_KEY as KEY } from './theme-script.ts';

export type Theme = 'light' | 'dark' | 'system';
export const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const CHANGED = 'smarteros:theme';

const systemDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function read(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function apply(): void {
  const theme = read();
  const dark = theme === 'dark' || (theme === 'system' && systemDark().matches);
  document.documentElement.classList.toggle('dark', dark);
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  apply();
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  const follow = (): void => {
    apply();
    changed();
  };
  const query = systemDark();
  query.addEventListener('change', follow);
  // Another tab of ours.
  window.addEventListener('storage', follow);
  window.addEventListener(CHANGED, follow);
  return () => {
    query.removeEventListener('change', follow);
    window.removeEventListener('storage', follow);
    window.removeEventListener(CHANGED, follow);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, read, () => 'system');
