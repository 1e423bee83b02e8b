import { useSearchParams } from 'next/navigation';

/**
 * The page's state, in its address: what is shown can be linked, and "back" goes back. A value that is undefined or empty
 * isn't there. `push` adds to the browser's history; otherwise the entry is replaced, as for each letter of a search.
 */
export function useUrlState<K extends string>(
  names: readonly K[],
): [Partial<Record<K, string>>, (changes: Partial<Record<K, string | undefined>>, push?: boolean) => void] {
  const params = useSearchParams();
  const entries = names.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  const change = (changes: Partial<Record<K, string | undefined>>, push = false): void => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries<string | undefined>(changes)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const query = next.size > 0 ? `?${next.toString()}` : '';
    window.history[push ? 'pushState' : 'replaceState'](
      null,
      '',
      `${window.location.pathname}${query}${window.location.hash}`,
    );
  };
  return [Object.fromEntries(entries) as Partial<Record<K, string>>, change];
}
