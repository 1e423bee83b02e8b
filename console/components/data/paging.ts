import { useRef } from 'react';
import { useUrlState } from '#lib/url-state.ts';

export interface Paging {
  readonly cursor: string | undefined;
  readonly isFirst: boolean;
  /** False on a page that was reached by its address: there is a first page, but none before. */
  readonly canGoBack: boolean;
  readonly next: (cursor: string) => void;
  readonly previous: () => void;
}

/** Pages by cursor, in the address. A cursor only leads on, so the way back is remembered. */
export function usePaging(): Paging {
  const [{ cursor }, change] = useUrlState(['cursor']);
  const trail = useRef<(string | undefined)[]>([]);
  const go = (to: string | undefined): void => {
    change({ cursor: to }, true);
    window.scrollTo({ top: 0 });
  };
  return {
    cursor,
    isFirst: cursor === undefined,
    canGoBack: trail.current.length > 0,
    next: (to) => {
      trail.current.push(cursor);
      go(to);
    },
    previous: () => go(trail.current.pop()),
  };
}
