import type { BrowserContext, Page } from 'playwright-core';
import { listOf } from './book.ts';
import { HOME } from './steps.ts';
import type { Walk } from './walk.ts';

/** A phone at the edge of its cell. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const READ_LIMIT_S = 31;
const WRITE_LIMIT_S = 61;
/** Two parts of what the API takes at once. */
const PEOPLE = 12_000;

/** What a bad network does to lists, forms and the import: it takes longer, says so, and nothing is lost or done twice. */
export async function badNetwork({ page: before, context, base, both, fail }: Walk): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  // Time that can be moved on, for what waits long.
  await page.clock.install();
  await page.goto(`${base}/app${new URL(before.url()).search}`);
  await page.getByRole('heading', { name: HOME }).waitFor();
  await slow(context, page, fail);
  await lastSearchWins(page, fail);
  await neverAnswered(page, both, fail);
  await offlineForm(context, page, both, fail);
  await offlineImport(context, page, base, fail);
  await page.close();
}

const open = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Nuevo contacto' }).first().click();
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Guardar' });

async function rowsOf(page: Page, name: string): Promise<number> {
  await page.getByRole('searchbox').fill(name);
  await page.waitForURL(({ searchParams }) => searchParams.get('q') === name);
  const rows = page.locator('main tbody tr');
  await rows
    .filter({ hasText: new RegExp(name, 'i') })
    .first()
    .waitFor();
  await rows
    .filter({ hasNotText: new RegExp(name, 'i') })
    .first()
    .waitFor({ state: 'detached' });
  return rows.count();
}

function postsOf(page: Page): () => number {
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/contacts')) posts += 1;
  });
  return () => posts;
}

/** Skeletons first; clicked twice, or Enter twice, is once. */
async function slow(context: BrowserContext, page: Page, fail: Walk['fail']): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW);
  await page.getByRole('link', { name: 'Contactos', exact: true }).filter({ visible: true }).first().click();
  await page.locator('main .animate-skeleton').first().waitFor();
  await page.locator('main tbody tr').first().waitFor();
  const posts = postsOf(page);
  await open(page);
  await page.getByLabel('Nombre').fill('Una Vez');
  await save(page).dblclick();
  if ((await save(page).getAttribute('aria-busy')) !== 'true')
    fail('network: a button doesn’t say it is busy');
  await page.getByText('Una Vez quedó guardado.').waitFor();
  await open(page);
  await page.getByLabel('Nombre').fill('Otra Vez');
  // In one go, before the page can show that it is busy.
  await page.getByLabel('Nombre').evaluate(({ form }: HTMLInputElement) => {
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await page.getByText('Otra Vez quedó guardado.').waitFor();
  if (posts() !== 2) fail(`network: two contacts took ${posts()} calls`);
  await cdp.send('Network.emulateNetworkConditions', FAST);
  await cdp.detach();
}

/** The answer to what was typed first comes last. */
async function lastSearchWins(page: Page, fail: Walk['fail']): Promise<void> {
  const late = Promise.withResolvers<void>();
  const first = page.waitForRequest((request) => /\/contacts\?.*q=otra(?:&|$)/.test(request.url()));
  await page.route(/\/contacts\?.*q=otra(?:&|$)/, async (route) => {
    await late.promise;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('searchbox').fill('otra');
  await first;
  if ((await rowsOf(page, 'una vez')) !== 1) fail('network: the search found something else');
  late.resolve();
  await page.waitForTimeout(300);
  if (!(await page.getByRole('link', { name: 'Una Vez' }).isVisible()))
    fail('network: an older search is shown');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** The list isn't answered; then a form that is done, but whose answer never comes. */
async function neverAnswered(page: Page, both: Walk['both'], fail: Walk['fail']): Promise<void> {
  await page.route(/\/contacts\?/, () => undefined);
  const asked = page.waitForRequest(/\/contacts\?.*q=silencio/);
  await page.getByRole('searchbox').fill('silencio');
  await asked;
  await page.clock.fastForward(READ_LIMIT_S * 1_000);
  await page.getByText('no respondió a tiempo').waitFor();
  await both('timed-out', page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await page.getByText('Ningún contacto coincide').waitFor();
  await page.getByRole('searchbox').fill('');
  await page.locator('main table[aria-busy=false]').waitFor();
  await open(page);
  await page.getByLabel('Nombre').fill('Sin Respuesta');
  const done = Promise.withResolvers<void>();
  await page.route(/\/contacts$/, async (route) => {
    await route.fetch();
    done.resolve();
  });
  await save(page).click();
  await done.promise;
  await page.clock.fastForward(WRITE_LIMIT_S * 1_000);
  await page.getByText('no respondió a tiempo').waitFor();
  await both('form-timed-out', page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await save(page).click();
  await page.getByText('Sin Respuesta quedó guardado.').waitFor();
  const rows = await rowsOf(page, 'sin respuesta');
  if (rows !== 1) fail(`network: saved again after silence, there are ${rows}`);
}

async function offlineForm(
  context: BrowserContext,
  page: Page,
  both: Walk['both'],
  fail: Walk['fail'],
): Promise<void> {
  await open(page);
  await page.getByLabel('Nombre').fill('Del Túnel');
  await context.setOffline(true);
  await save(page).click();
  await page.getByText('No hay conexión con SmarterOS').waitFor();
  await page.getByText('Sin conexión. Lo que escribió sigue aquí.').waitFor();
  await both('form-offline', page);
  await context.setOffline(false);
  if ((await page.getByLabel('Nombre').inputValue()) !== 'Del Túnel') fail('network: a form is lost offline');
  await save(page).click();
  await page.getByText('Del Túnel quedó guardado.').waitFor();
  if ((await rowsOf(page, 'del túnel')) !== 1) fail('network: offline and back, it is there twice');
}

/** Away between two parts of the file, and again while it is looked over. */
async function offlineImport(
  context: BrowserContext,
  page: Page,
  base: string,
  fail: Walk['fail'],
): Promise<void> {
  await page.goto(`${base}/app/contacts/import`);
  await page.getByText('Suba su lista').waitFor();
  let starts = 0;
  await page.route(/\/imports(?:\/[\w-]+\/parts)?$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if (!route.request().url().endsWith('/parts')) starts += 1;
    else if (await page.evaluate(() => navigator.onLine)) await context.setOffline(true);
    return route.continue();
  });
  await page.getByLabel('Archivo de contactos').setInputFiles({
    name: 'grande.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(listOf(PEOPLE)),
  });
  await page.getByText('No hay conexión con SmarterOS').waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await page.getByText('Así quedarían las primeras líneas').waitFor();
  if (starts !== 1) fail(`network: one file was begun ${starts} times`);
  const doubles = page.getByLabel('Si el contacto ya existe');
  await context.setOffline(true);
  await doubles.selectOption('Agregar otro');
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Así quedarían las primeras líneas').waitFor();
  if ((await doubles.inputValue()) !== 'create') fail('network: what was chosen for an import is lost');
  await page.getByRole('button', { name: 'Descartar' }).click();
}
