'use client';

import { createContext, use, useEffect } from 'react';

/** Something that waits for somebody, in words, and the one thing to do about it. */
export interface Matter {
  /** Unique among those of its area. */
  readonly id: string;
  /** `now`: something doesn't work, or the law's clock runs. `soon`: it will. `going`: under way by itself. */
  readonly urgency: 'now' | 'soon' | 'going';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly action: { readonly label: string; readonly href: string };
}

const HOUR_MS = 3_600_000;

/** The moment so many days from now, to the hour: as part of a question it is the same for a while. */
export const inDays = (days: number): string =>
  new Date((Math.ceil(Date.now() / HOUR_MS) + days * 24) * HOUR_MS).toISOString();

export type Report = (area: string, matters: readonly Matter[] | undefined) => void;
export const Reports = createContext<Report>(() => undefined);

/**
 * Says what of an area needs attention; undefined while that isn't known. For the component that is an area's `Attention`,
 * which shows nothing itself: home sorts what all areas say.
 */
export function useMatters(area: string, matters: readonly Matter[] | undefined): void {
  const report = use(Reports);
  const said = JSON.stringify(matters);
  useEffect(() => {
    report(area, said === undefined ? undefined : (JSON.parse(said) as Matter[]));
  }, [area, said, report]);
}
