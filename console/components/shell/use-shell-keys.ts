import { useRouter } from '#lib/session/router.ts';
import { useHotkeys } from '#lib/hotkeys.ts';
import { useMay } from '#lib/session/session.tsx';
import { walkRows } from '#lib/walk-rows.ts';
import { AREAS } from '#areas/index.ts';

/** What lies over the page, opened from anywhere. */
export type Overlay = 'palette' | 'companies' | 'shortcuts';

/** The areas that the person may see. */
export function useAreas() {
  const may = useMay();
  return AREAS.filter(({ scope }) => scope === undefined || may(scope));
}

export function useShellKeys(open: (overlay: Overlay) => void): void {
  const router = useRouter();
  const areas = useAreas();
  useHotkeys({
    'mod+k': () => open('palette'),
    '/': () => open('palette'),
    '?': () => open('shortcuts'),
    'g .': () => open('companies'),
    j: () => walkRows(1),
    k: () => walkRows(-1),
    ...Object.fromEntries(areas.map(({ key, href }) => [`g ${key}`, () => router.push(href)])),
  });
}
