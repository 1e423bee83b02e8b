import type { Page } from 'playwright-core';

export interface Vitals {
  /** Milliseconds. */
  readonly lcp: number;
  /** Layout shift, a score. */
  readonly cls: number;
}

/** What the browser measures of a page that was opened cold, after it has come to rest. */
export async function vitalsOf(page: Page, url: string, ready: string): Promise<Vitals> {
  await page.goto(url);
  await page.getByText(ready).first().waitFor();
  return page.evaluate(
    () =>
      new Promise<Vitals>((resolve) => {
        let lcp = 0;
        let cls = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) lcp = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[])
            if (!entry.hadRecentInput) cls += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ lcp: Math.round(lcp), cls: Math.round(cls * 1000) / 1000 }), 1_000);
      }),
  );
}
