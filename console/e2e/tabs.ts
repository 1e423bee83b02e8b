import type { BrowserContext, Page } from 'playwright-core';
import { visit } from './browser.ts';
import { codeFor } from './installation.ts';
import { addContact, HOME, logIn, makeCompany } from './steps.ts';
import type { Walk } from './walk.ts';

const NAMED = 'Rosa Primera';
/** Of a company that the person isn't in; the example's, which nobody makes. */
const FOREIGN = '765432103';

/** The login's own steps stand in its address. */
const MOST_MOVES = 6;

const slugOf = (page: Page): string => new URL(page.url()).searchParams.get('company') ?? '';

/** Two companies, each in a tab of its own; addresses that name theirs; a session that ends in another tab. */
export async function tabs(walk: Walk, me: string): Promise<void> {
  const { page, context, base, both, fail } = walk;
  await addContact(page, base, { name: NAMED, phone: '9 5555 1234', tags: '' });
  await page.waitForURL(/company=/);
  const first = slugOf(page);
  await page.goto(`${base}/app/start`);
  await makeCompany(page, 'Taller del Sur');
  await page.waitForURL(({ searchParams }) => searchParams.get('company') !== null);
  const second = slugOf(page);
  if (first === second) fail('tabs: another company has the same address');
  const other = await opened(context, `${base}/app/contacts?company=${first}`);
  await other.getByRole('link', { name: NAMED }).waitFor();
  await eachItsOwn([page, other], base);
  await thereAndBack(page, base, [first, second], fail);
  await newTab(context, other, first, fail);
  await foreign(context, base, both, fail);
  await keptOnTheWayBack(other, base, first, fail);
  await loggedOutElsewhere([page, other], { base, me, first, both, fail });
  await other.close();
  await somebodyElse(walk);
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  await page.goto(address);
  return page;
}

/** Both forms are open before either is sent. */
async function eachItsOwn(both: readonly Page[], base: string): Promise<void> {
  for (const [n, page] of both.entries()) {
    await page.goto(`${base}/app/contacts?new=1`);
    await page.getByLabel('Nombre').fill(`De la pestaña ${n}`);
  }
  for (const page of both) await page.getByRole('button', { name: 'Guardar' }).click();
  for (const [n, page] of both.entries()) {
    await page.getByRole('link', { name: `De la pestaña ${n}` }).waitFor();
    await page.getByRole('link', { name: `De la pestaña ${1 - n}` }).waitFor({ state: 'detached' });
  }
}

/** Over to the other company by the palette, and back by the browser: never one's rows under the other's name. */
async function thereAndBack(
  page: Page,
  base: string,
  [first, second]: readonly [string, string],
  fail: Walk['fail'],
): Promise<void> {
  await page.goto(`${base}/app/contacts`);
  await page.getByRole('link', { name: 'De la pestaña 0' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('¿Qué busca?').fill(first);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/app?company=${first}`);
  await page.getByRole('heading', { name: HOME }).waitFor();
  await page.goBack();
  await page.waitForURL(`**/app/contacts?company=${second}`);
  await page.getByRole('link', { name: 'De la pestaña 0' }).waitFor();
  if (await page.getByRole('link', { name: NAMED }).isVisible()) fail('tabs: back shows the other company');
  await page.goForward();
  await page.waitForURL(`**/app?company=${first}`);
  await page.getByRole('heading', { name: HOME }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'De la pestaña 0' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'De la pestaña 0' }).waitFor();
  if (slugOf(page) !== second) fail('tabs: a reload leads to another company');
}

/** The last company that was chosen anywhere is another one. */
async function newTab(
  context: BrowserContext,
  from: Page,
  company: string,
  fail: Walk['fail'],
): Promise<void> {
  const [there] = await Promise.all([
    context.waitForEvent('page'),
    from.getByRole('link', { name: NAMED }).click({ modifiers: ['Control'] }),
  ]);
  await there.getByText('Contacto agregado').first().waitFor({ timeout: 15_000 });
  if (slugOf(there) !== company) fail('tabs: a link opens in another company');
  await there.close();
}

async function foreign(
  context: BrowserContext,
  base: string,
  both: Walk['both'],
  fail: Walk['fail'],
): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (
      request.resourceType() === 'fetch' &&
      !/^\/(?:app|auth)(?:\/|$)/.test(new URL(request.url()).pathname)
    )
      asked.push(request.url());
  });
  await page.goto(`${base}/app/contacts?company=${FOREIGN}`);
  await page.getByText(/76\.543\.210-.?3/).waitFor();
  if (asked.length > 0) fail(`tabs: a foreign company’s page asks for ${asked.join(' ')}`);
  await both('elsewhere', page);
  await page.goto(`${base}/app/contacts?company=${encodeURIComponent('Llame al +56 9 1111 1111')}`);
  await page.getByText('pertenece a otra empresa').waitFor();
  if (await page.getByText('1111').isVisible()) fail('tabs: an address can say what it likes');
  await page.getByRole('link', { name: 'Ir a' }).click();
  await page.getByRole('heading', { name: HOME }).waitFor();
  await page.close();
}

/** "Back" in the middle of a form asks first. */
async function keptOnTheWayBack(
  page: Page,
  base: string,
  company: string,
  fail: Walk['fail'],
): Promise<void> {
  await page.goto(`${base}/app?company=${company}`);
  await page.getByRole('link', { name: 'Contactos', exact: true }).filter({ visible: true }).first().click();
  await page.getByRole('button', { name: 'Nuevo contacto' }).first().click();
  await page.getByLabel('Nombre').pressSequentially('A medias');
  await page.evaluate(() => history.back());
  await page.getByText('todavía no se guarda').waitFor();
  await page.getByRole('button', { name: 'Seguir editando' }).click();
  if ((await page.getByLabel('Nombre').inputValue()) !== 'A medias') fail('tabs: back throws a form away');
}

/** In one tab a form is half-written, in the other one logs out, and in again: by a link that leads on to where it did. */
async function loggedOutElsewhere(
  [page, writing]: readonly [Page, Page],
  { base, me, first, both, fail }: Pick<Walk, 'base' | 'both' | 'fail'> & { me: string; first: string },
): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('¿Qué busca?').fill('Cerrar sesión');
  await page.getByRole('option', { name: 'Cerrar sesión' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/app/login');
  await writing.getByText('Su sesión terminó').waitFor();
  await both('logged-out-elsewhere', writing);
  await page.goto(`${base}/app/contacts?q=rosa&company=${first}`);
  await page.getByLabel('Su celular').fill(me);
  const asked = new Date();
  let moves = 0;
  page.on('framenavigated', () => (moves += 1));
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await page.getByLabel('Código').fill(await codeFor(me, asked));
  await page.waitForURL(`**/app/contacts?q=rosa&company=${first}`);
  await page.getByRole('link', { name: NAMED }).waitFor();
  await writing.getByText('Su sesión terminó').waitFor({ state: 'detached' });
  if ((await writing.getByLabel('Nombre').inputValue()) !== 'A medias') fail('tabs: a logout loses a form');
  await writing.getByRole('button', { name: 'Guardar' }).click();
  await writing.getByText('A medias quedó guardado.').waitFor();
  if (moves > MOST_MOVES) fail(`tabs: the login leads to and fro, ${moves} times`);
}

/** Another person logs in, in the other tab: nothing of the first one's stays in this one, half-written or not. */
async function somebodyElse({ browser, base, size, fail }: Walk): Promise<void> {
  const { page, context, complaints } = await visit(browser, size);
  page.setDefaultTimeout(25_000);
  await logIn(page, base);
  await makeCompany(page, 'Kiosco de la Esquina');
  await page.goto(`${base}/app/contacts?new=1`);
  await page.getByLabel('Nombre').pressSequentially('De la primera');
  const other = await opened(context, `${base}/app/contacts`);
  await other.getByRole('heading', { name: 'Contactos' }).waitFor();
  await context.clearCookies();
  await logIn(other, base);
  await other.waitForURL('**/app/start');
  await page.getByText('No es parte de esta empresa').waitFor();
  if (await page.getByLabel('Nombre').isVisible()) fail('tabs: somebody else gets a form of the one before');
  for (const text of complaints) fail(`tabs: the page complained: ${text}`);
  await context.close();
}
