const KEY = 'smarteros.recent';
const KEPT = 5;

/** What was chosen in the palette lately, the newest first. */
export function recent(): readonly string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export const remember = (id: string): void =>
  localStorage.setItem(KEY, JSON.stringify([id, ...recent().filter((one) => one !== id)].slice(0, KEPT)));
