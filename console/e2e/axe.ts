import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe has against the page as it stands. Run from outside of the page, so that its policy needs no hole. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const found = await page.evaluate(
    async (tags) =>
      (
        (await (
          globalThis as unknown as { axe: { run: (o: object) => Promise<{ violations: unknown }> } }
        ).axe.run({
          runOnly: tags,
        })) as { violations: unknown }
      ).violations as Found[],
    TAGS,
  );
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes[0]?.html}\n    ${nodes[0]?.failureSummary}`,
  );
}
