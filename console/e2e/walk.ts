import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { visit, type Size } from './browser.ts';
import type { Pages } from './pages.ts';

const PATIENCE_MS = 15_000;
/** For what moves in. */
const STILL_MS = 250;

/** Somebody who goes through the console, and how they look at it. */
export interface Walk {
  readonly browser: Browser;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly base: string;
  readonly size: Size;
  /** In both themes: axe, and a picture. `at`: another's page. */
  readonly both: (name: string, at?: Page) => Promise<void>;
  /** Each of them in both themes, once it says what it is ready with. */
  readonly tour: (pages: Pages) => Promise<void>;
  readonly fail: (words: string) => void;
}

/**
 * Walks once. Answers what was wrong: what the deeds say, what axe says, and what pages complain of themselves.
 *
 * @param pictures folder that gets one of each page, and of where a walk broke off
 */
export async function walk(
  {
    browser,
    base,
    size,
    pictures,
  }: { browser: Browser; base: string; size: Size; pictures: string | undefined },
  deeds: (walk: Walk) => Promise<void>,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const fail = (words: string): void => void failures.push(`${size}: ${words}`);
  if (pictures) mkdirSync(pictures, { recursive: true });
  const { page, context, complaints } = await visit(browser, size);
  page.setDefaultTimeout(PATIENCE_MS);
  const both = async (name: string, at = page): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await at.emulateMedia({ colorScheme: theme });
      await at.waitForTimeout(STILL_MS);
      if (pictures) await at.screenshot({ path: join(pictures, `${name}-${size}-${theme}.png`) });
      for (const violation of await violationsOf(at)) fail(`${name}, ${theme}: ${violation}`);
    }
  };
  const tour = async (pages: Pages): Promise<void> => {
    for (const [name, [path, ready]] of Object.entries(pages)) {
      await page.goto(`${base}/app${path}`);
      await page.getByText(ready).filter({ visible: true }).first().waitFor();
      await both(name);
    }
  };
  const began = Date.now();
  try {
    await deeds({ browser, page, context, base, size, both, tour, fail });
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    if (pictures) await page.screenshot({ path: join(pictures, `failed-${size}.png`) });
  }
  for (const text of complaints) fail(`the page complained: ${text}`);
  await context.close();
  console.log(`· ${size} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return failures;
}
