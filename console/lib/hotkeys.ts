import { useEffect, useEffectEvent } from 'react';

/** `mod+k`, `?`, or two keys after one another: `g c`. */
export type Hotkeys = Readonly<Record<string, () => void>>;

/** How long after the first key of two the second counts. */
const PAIR_MS = 1_000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isOverlaid = (): boolean => document.querySelector('dialog[open], :popover-open') !== null;

/** Keys of the whole page. Plain letters are left alone while somebody types, and behind dialogs. */
export function useHotkeys(keys: Hotkeys): void {
  const act = useEffectEvent((event: KeyboardEvent, first: string): string => {
    if (event.isComposing || event.altKey) return '';
    const mod = event.metaKey || event.ctrlKey;
    if (!mod && (isTyping(event.target) || isOverlaid())) return '';
    const key = event.key.toLowerCase();
    const name = mod ? `mod+${key}` : keys[`${first} ${key}`] ? `${first} ${key}` : key;
    if (!keys[name]) return key;
    event.preventDefault();
    keys[name]();
    return '';
  });
  useEffect(() => {
    let first = '';
    let at = 0;
    const listen = (event: KeyboardEvent): void => {
      if (event.timeStamp - at > PAIR_MS) first = '';
      first = act(event, first);
      at = event.timeStamp;
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

export const MOD =
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
