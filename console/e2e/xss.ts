import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { visit, type Size } from './browser.ts';
import { MARK, PAYLOADS, poisoned } from './payloads.ts';

const APP = join(import.meta.dirname, '../app/(shell)');
const ID = '01960000-0000-7000-8000-000000000011';
/** What the pages ask their address for. */
const QUERY = `id=${ID}&engine=chatwoot&model=res.partner&name=clientes&q=${encodeURIComponent(PAYLOADS[1]!)}`;
const TABS: Readonly<Record<string, readonly string[]>> = {
  people: ['invitations', 'roles'],
  api: ['agents', 'connect', 'try'],
  webhooks: ['in'],
  privacy: ['consents', 'breaches', 'retention'],
};
const REST_MS = 400;

type Examples = ReadonlyMap<string, readonly [pattern: RegExp, answer: unknown][]>;

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<
                string,
                {
                  readonly content?: {
                    readonly 'application/json'?: {
                      readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
                    };
                  };
                }
              >
            >;
          }
        >
      >
    >
  >;
}

/** By method: what the API says it answers at each address, poisoned. */
async function examplesOf(base: string): Promise<Examples> {
  const { paths } = (await (await fetch(`${base}/openapi.json`)).json()) as Described;
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) => {
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      const [example] = Object.values(good?.content?.['application/json']?.examples ?? {});
      // Exact paths before those with a part that may be anything.
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
      return example
        ? [{ method: method.toUpperCase(), path, pattern, answer: poisoned(example.value) }]
        : [];
    }),
  );
  const sorted = all.toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
  return new Map(
    [...Map.groupBy(sorted, ({ method }) => method)].map(([method, list]) => [
      method,
      list.map(({ pattern, answer }) => [pattern, answer] as [RegExp, unknown]),
    ]),
  );
}

/** The whole API as an enemy would have it: every text is theirs, and errors are too, where `refused`. */
async function poison(context: BrowserContext, examples: Examples, refused: boolean): Promise<void> {
  await context.route(
    (url) => !url.pathname.startsWith('/app'),
    async (route: Route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      const found = examples.get(request.method())?.find(([pattern]) => pattern.test(pathname))?.[1];
      if (pathname === '/events/stream')
        return route.fulfill({ status: 200, contentType: 'text/event-stream', body: '' });
      if (refused && pathname !== '/auth/me')
        return route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            status: 422,
            code: 'invalid_input',
            title: PAYLOADS[1],
            detail: PAYLOADS[0],
            requestId: PAYLOADS[2],
            errors: [{ field: '(body)', message: PAYLOADS[3] }],
          },
        });
      return found === undefined ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ json: found });
    },
  );
}

/** What must not be on any page, whatever it was told. */
export async function wrongs(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const found: string[] = [];
    const ran = (globalThis as unknown as { ran?: number }).ran;
    if (ran) found.push(`something ran, ${ran} times`);
    const made = document.querySelectorAll(`#${mark}, [onerror], [onload], iframe[srcdoc]`);
    if (made.length > 0) found.push(`markup became an element: ${made[0]!.outerHTML.slice(0, 120)}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href], area[href], form[action]'))
      if (!['http:', 'https:', 'mailto:', 'tel:', undefined, ''].includes(link.protocol))
        found.push(`a link to ${link.protocol} “${link.textContent?.slice(0, 40)}”`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('main *')].findLast(
        (one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.overflow-x-auto'),
      );
      found.push(`${scrollWidth - clientWidth} px too wide: ${wide?.outerHTML.slice(0, 160) ?? ''}`);
    }
    if (document.body.textContent?.includes('Esta página tuvo un problema')) found.push('the page is broken');
    return found;
  }, MARK);
}

export function addresses(): string[] {
  const pages = globSync('**/page.tsx', { cwd: APP }).map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`);
  return pages
    .toSorted()
    .flatMap((path) => [
      `${path}?${QUERY}`,
      ...(TABS[path.slice(1)] ?? []).map((tab) => `${path}?tab=${tab}`),
    ]);
}

/**
 * Every page, told by the API nothing but what an enemy wrote: nothing runs, nothing becomes an element or a link, and
 * the page keeps its shape. Answers what was wrong.
 */
export async function attack(
  browser: Browser,
  base: string,
  size: Size,
  pictures?: string,
): Promise<string[]> {
  const examples = await examplesOf(base);
  const failures: string[] = [];
  let shown = 0;
  for (const refused of [false, true]) {
    const { page, context, complaints } = await visit(browser, size);
    await poison(context, examples, refused);
    page.on('dialog', (dialog) => {
      failures.push(`${page.url()}: a dialog said ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (const address of addresses()) {
      await page.goto(`${base}/app${address}`);
      await page.locator('main').waitFor();
      await page.waitForTimeout(REST_MS);
      const text = (await page.locator('body').textContent()) ?? '';
      if (text.includes(MARK)) shown += 1;
      const name = `xss${refused ? '-refused' : ''}${address.split('?')[0]!.replaceAll('/', '-')}`;
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${size}.png`) });
      failures.push(
        ...(await wrongs(page)).map(
          (wrong) => `${address.split('&')[0]}${refused ? ' (refused)' : ''}: ${wrong}`,
        ),
      );
      failures.push(...complaints.splice(0).map((said) => `${address.split('&')[0]}: ${said.slice(0, 300)}`));
    }
    await context.close();
  }
  // Each page shows something that it was told, or the attack would prove nothing.
  const most = addresses().length * 2;
  if (shown < most * 0.8) failures.push(`only ${shown} of ${most} pages showed what they were told`);
  return failures;
}
