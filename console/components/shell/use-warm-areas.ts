import { useRouter } from '#lib/session/router.ts';
import { useEffect } from 'react';
import type { Area } from '#areas/area.ts';

/** By then the page itself has what it needs. */
const AT_REST_MS = 1_200;
const APART_MS = 150;

const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData ?? false;

/** Fetches what the next click is likely to open, one after another, so that the page is there when it comes. */
export function useWarmAreas(areas: readonly Area[]): void {
  const router = useRouter();
  const addresses = areas
    .filter(({ group }) => group === 'work')
    .map(({ href }) => href)
    .join(' ');
  useEffect(() => {
    if (savesData()) return undefined;
    const timers = addresses
      .split(' ')
      .map((href, n) => setTimeout(() => router.prefetch(href), AT_REST_MS + n * APART_MS));
    return () => timers.forEach(clearTimeout);
  }, [addresses, router]);
}
