import type { CDPSession, Page } from 'playwright-core';

/** An entry shorter than this is not told by the browser. */
const TOLD_FROM_MS = 16;
const REST_MS = 800;

interface Told {
  lcp: number;
  cls: number;
  /** What was the largest thing painted. */
  largest: string;
  longest: number;
  events: number[];
}

/** Runs before anything of the page; what the browser says of itself is gathered from there on. */
export function recordVitals(): void {
  const told: Told = { lcp: 0, cls: 0, largest: '', longest: 0, events: [] };
  Object.assign(globalThis, { told });
  const hear = (type: string, each: (entry: never) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => each(entry as never))).observe({
      type,
      buffered: true,
      ...(type === 'event' && { durationThreshold: 16 }),
    } as PerformanceObserverInit);
  hear('largest-contentful-paint', (entry: PerformanceEntry & { element: Element | null }) => {
    told.lcp = entry.startTime;
    told.largest = entry.element?.outerHTML.slice(0, 120) ?? '';
  });
  hear('layout-shift', (entry: { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) told.cls += entry.value;
  });
  hear('longtask', (entry: PerformanceEntry) => {
    told.longest = Math.max(told.longest, entry.duration);
  });
  hear('event', (entry: { interactionId: number; duration: number }) => {
    if (entry.interactionId > 0) told.events.push(entry.duration);
  });
}

export const toldBy = (page: Page): Promise<Told> =>
  page.evaluate(() => (globalThis as unknown as { told: Told }).told);

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign((globalThis as unknown as { told: Told }).told, { longest: 0, events: [] });
  });

export interface Interaction {
  /** From the input to the frame that shows what came of it, in ms: the worst of those that belong to it. */
  readonly duration: number;
  readonly longestTask: number;
}

/** What the browser's own event timing says of something that a person does. */
export async function interact(
  page: Page,
  act: () => Promise<unknown>,
  shown: () => Promise<unknown>,
): Promise<Interaction> {
  await page.waitForTimeout(REST_MS / 2);
  await forget(page);
  await act();
  await shown();
  await page.waitForTimeout(REST_MS / 2);
  const { events, longest } = await toldBy(page);
  return { duration: Math.max(TOLD_FROM_MS, ...events), longestTask: longest };
}

export interface Opened {
  readonly lcp: number;
  readonly cls: number;
  readonly largest: string;
}

/** A page that is opened cold, until it has come to rest. */
export async function openCold(page: Page, url: string, ready: string): Promise<Opened> {
  await page.goto(url);
  await page.getByText(ready).filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(REST_MS);
  const { lcp, cls, largest } = await toldBy(page);
  return { lcp, cls, largest };
}

export interface Weight {
  readonly heapMb: number;
  readonly nodes: number;
}

/** What a page keeps, once what it doesn't need is collected. */
export async function weightOf(cdp: CDPSession): Promise<Weight> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)!.value;
  return { heapMb: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes') };
}
