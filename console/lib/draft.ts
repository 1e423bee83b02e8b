import { useEffect, useState } from 'react';

const PREFIX = 'smarteros.draft.';

/** State that a reload of this tab doesn't lose: what somebody has typed, or how far they have come. */
export function useDraft<T>(name: string, empty: T): [T, (value: T) => void] {
  const key = PREFIX + name;
  const [value, setValue] = useState(empty);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept !== null) setValue(JSON.parse(kept) as T);
  }, [key]);
  const change = (next: T): void => {
    setValue(next);
    if (next === empty) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
  };
  return [value, change];
}

/** What was typed and never sent goes with who typed it. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
