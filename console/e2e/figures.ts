/**
 * What the browser itself says of the console of SMARTEROS_HOME, as lines of JSON for bench/console.ts: how fast it
 * opens with nothing kept, how fast it answers, and how it bears a book of 100,000 contacts.
 * `node console/e2e/figures.ts [contacts] [rounds]`
 */
import { get } from 'node:http';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { lastCall, readIn, untilRows } from './book.ts';
import { openBrowser, visit, type Size } from './browser.ts';
import { baseUrl } from './installation.ts';
import { logIn, makeCompany } from './steps.ts';
import { interact, openCold, recordVitals, weightOf, type Interaction } from './vitals.ts';

const CONTACTS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const PAGES = 200;
const SEARCHES = 100;
/** How long somebody looks at home before they go on. */
const READ_MS = 3_000;
/** Letters come as fast as somebody types who types fast. */
const LETTER_MS = 60;
/** How long the search waits for the next letter (components/data/search-field.tsx). */
const PAUSE_MS = 200;
const base = baseUrl();

/** As a phone is: a quarter of this machine's speed. */
const SIDES: readonly (readonly [name: string, size: Size, slower: number])[] = [
  ['desktop', 'desktop', 1],
  ['phone', 'phone', 1],
  ['phone, 4 × slower', 'phone', 4],
];

const tell = (name: string, values: readonly number[], unit: string, limit?: number): void =>
  console.log(JSON.stringify({ name, values, unit, ...(limit !== undefined && { limit }) }));

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly press: (what: Locator) => Promise<void>;
}

async function seat(browser: Browser, size: Size, slower: number, state?: State): Promise<Seat> {
  const { page, context } = await visit(browser, size, 'light', 'es-CL', state);
  page.setDefaultTimeout(60_000);
  await page.addInitScript(recordVitals);
  if (slower > 1)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, context, press: (what) => (size === 'phone' ? what.tap() : what.click()) };
}

/** Bytes of a script as a browser gets it that knows gzip only. */
const packed = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

async function scripts(page: Page): Promise<number> {
  const urls = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
  );
  const sizes = await Promise.all([...new Set(urls)].map(packed));
  return sizes.reduce((sum, one) => sum + one, 0) / 1000;
}

async function opening(browser: Browser, state: State): Promise<void> {
  for (const [name, size, slower] of SIDES) {
    const lcp: number[] = [];
    const cls: number[] = [];
    const weights: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { page, context } = await seat(browser, size, slower, state);
      const opened = await openCold(page, `${base}/app`, 'Contactos nuevos');
      lcp.push(opened.lcp);
      cls.push(opened.cls);
      weights.push(await scripts(page));
      await context.close();
      if (round === 0) console.error(`${name}: ${opened.largest}`);
    }
    const own = slower === 1;
    tell(`home, ${name}: LCP`, lcp, 'ms', own ? 1_200 : undefined);
    tell(`home, ${name}: layout shift`, cls, '', 0.05);
    if (size === 'desktop') tell('home: all its scripts, gzip', weights, 'kB');
  }
}

/** What people do all day, once around. */
async function deeds({ page, press }: Seat, size: Size): Promise<Record<string, Interaction>> {
  const phone = size === 'phone';
  const button = (name: string): Locator =>
    page.getByRole('button', { name }).filter({ visible: true }).first();
  const gone = (what: Locator) => (): Promise<void> => what.waitFor({ state: 'hidden' });
  const done: Record<string, Interaction> = {};
  await page.goto(`${base}/app/contacts`);
  await page.locator('main tbody tr').nth(10).waitFor();
  const palette = page.getByPlaceholder('¿Qué busca?');
  const bar = (name: string): Locator => page.getByRole('navigation').getByRole('button', { name });
  const search = phone ? bar('Buscar') : undefined;
  done['open the palette'] = await interact(
    page,
    () => (search ? press(search) : page.keyboard.press('Control+k')),
    () => palette.waitFor(),
  );
  await page.keyboard.press('Escape');
  await gone(palette)();
  if (phone) await press(bar('Más'));
  const theme = page.getByRole('menuitemradio', { name: 'Oscura' });
  const around = phone ? page.getByRole('dialog') : page.getByRole('complementary');
  const person = around.locator('button[aria-haspopup=menu]').last();
  done['open a menu'] = await interact(
    page,
    () => press(person),
    () => theme.waitFor(),
  );
  done['switch the theme'] = await interact(
    page,
    () => press(theme),
    () => page.locator('html.dark').waitFor(),
  );
  await page.goto(`${base}/app/contacts`);
  await page.locator('main tbody tr').nth(10).waitFor();
  const field = page.getByRole('searchbox');
  done['type into the search'] = await interact(
    page,
    () => field.pressSequentially('ana pérez', { delay: LETTER_MS }),
    () => page.waitForURL('**q=ana**'),
  );
  await field.fill('');
  await page.waitForURL(({ searchParams }) => !searchParams.has('q'));
  await page.locator('main table[aria-busy=false]').waitFor();
  done['open a dialog'] = await interact(
    page,
    () => press(button('Nuevo contacto')),
    () => page.getByRole('dialog').waitFor(),
  );
  await page.keyboard.press('Escape');
  await gone(page.getByRole('dialog'))();
  done['next page'] = await interact(
    page,
    () => press(button('Siguiente')),
    () => page.waitForURL('**cursor=**'),
  );
  return done;
}

async function answering(browser: Browser, state: State): Promise<void> {
  for (const [name, size, slower] of SIDES) {
    const rounds: Record<string, Interaction>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const here = await seat(browser, size, slower, state);
      rounds.push(await deeds(here, size));
      await here.context.close();
    }
    for (const deed of Object.keys(rounds[0]!)) {
      const durations = rounds.map((one) => one[deed]!.duration);
      tell(`${name}: ${deed}`, durations, 'ms', slower === 1 ? 100 : undefined);
    }
    const typing = rounds.map((one) => one['type into the search']!.longestTask);
    tell(`${name}: longest task while typing`, typing, 'ms', slower === 1 ? 50 : undefined);
  }
}

async function contacts(browser: Browser, state: State): Promise<void> {
  const first: number[] = [];
  const calls: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, context } = await seat(browser, 'desktop', 1, state);
    await openCold(page, `${base}/app`, 'Contactos nuevos');
    // Somebody looks at what they see before they click; by then the areas are fetched.
    await page.waitForTimeout(READ_MS);
    const link = page.getByRole('link', { name: 'Contactos', exact: true });
    first.push(await untilRows(page, { others: true }, () => link.click()));
    calls.push(await lastCall(page));
    await context.close();
  }
  tell('contacts: click → first page painted', first, 'ms', 200);
  tell('contacts: of it the call', calls, 'ms');

  const { page, context } = await seat(browser, 'desktop', 1, state);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(`${base}/app/contacts`);
  const next = page.getByRole('button', { name: 'Siguiente' });
  await next.waitFor();
  const turned: number[] = [];
  const turn = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1)
      turned.push(await untilRows(page, { others: true }, () => next.click()));
  };
  const found: number[] = [];
  const look = async (times: number): Promise<void> => {
    const field = page.getByRole('searchbox');
    for (let n = 0; n < times; n += 1) {
      const text = `persona${(n * 7919) % CONTACTS}`;
      await field.fill('');
      found.push(
        (await untilRows(page, { search: text }, () => field.pressSequentially(text, { delay: 10 }))) -
          PAUSE_MS,
      );
    }
  };
  // What is loaded once is there; from now on nothing may be added for good.
  await turn(20);
  await look(5);
  const before = await weightOf(cdp);
  await page.goto(`${base}/app/contacts`);
  await turn(PAGES);
  const paged = await weightOf(cdp);
  await look(SEARCHES);
  const searched = await weightOf(cdp);
  tell('contacts: next page, click → painted', turned, 'ms', 200);
  tell('contacts: search, pause over → painted', found, 'ms', 200);
  tell('contacts: heap before', [before.heapMb], 'MB');
  tell(`contacts: growth after ${PAGES} pages`, [paged.heapMb - before.heapMb], 'MB', 5);
  tell(`contacts: growth after ${SEARCHES} searches more`, [searched.heapMb - before.heapMb], 'MB', 5);
  tell('contacts: nodes before', [before.nodes], '');
  tell('contacts: growth of nodes', [searched.nodes - before.nodes], '', 500);
  await context.close();
}

const browser = await openBrowser();
try {
  const { page, context } = await seat(browser, 'desktop', 1);
  await logIn(page, base);
  await makeCompany(page, 'Distribuidora Los Robles');
  tell(`contacts: ${CONTACTS} read in by the wizard`, [await readIn(page, base, CONTACTS)], 's', 120);
  const state = await context.storageState();
  await context.close();
  await opening(browser, state);
  await answering(browser, state);
  await contacts(browser, state);
} finally {
  await browser.close();
}
