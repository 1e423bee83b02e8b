import type { Page } from 'playwright-core';
import { accountAndAccounts } from './account-steps.ts';
import { invite, makeKey, makeWebhook } from './admin-steps.ts';
import { visit } from './browser.ts';
import { looks, notifications, privacyDesk } from './company.ts';
import { importAndMerge, ownField } from './contacts.ts';
import { enemies } from './enemies.ts';
import { firstVisit } from './entry-steps.ts';
import { factors } from './factor-steps.ts';
import { joinByLink } from './join-steps.ts';
import { badNetwork } from './network.ts';
import { importKinds } from './import-steps.ts';
import { MARKUP, PAGES, STRANGER_PAGES } from './pages.ts';
import { addContact, logIn, makeCompany } from './steps.ts';
import { tabs } from './tabs.ts';
import type { Walk } from './walk.ts';

/** From the first visit to a company that is in use, engines aside. */
export async function everyday(walk: Walk): Promise<void> {
  const { browser, page, context, base, size, both, tour, fail } = walk;
  await firstVisit(page, base, both);
  await context.clearCookies();
  await tour(STRANGER_PAGES);
  const me = await logIn(page, base);
  await page.waitForURL('**/app/start');
  await both('start');
  await makeCompany(page, size === 'phone' ? 'Panadería Los Andes' : 'Ferretería El Roble');
  await both('home-empty');
  await addContact(page, base, { name: 'Ana Pérez', phone: '9 8765 4321', tags: 'vip, proveedor' });
  await addContact(page, base, { name: 'Comercial Ñuñoa Ltda.', phone: '2 2345 6789', tags: 'cliente' });
  await administration(walk, me);
  await tour(PAGES);
  await page.goto(`${base}/app/contacts?q=pérez`);
  await page.getByRole('link', { name: /Ana Pérez/ }).click();
  await page.getByText('Contacto agregado').first().waitFor();
  await both('contact');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('¿Qué busca?').waitFor();
  await both('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Eliminar' }).click();
  await page.getByLabel('Para confirmar, escriba').fill('ana perez');
  await both('delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click();
  await page.getByText('Ana Pérez fue eliminado.').waitFor();
  await joinByLink({ browser, page, base, me, size }, (at, name) => both(name, at));
  await elsewhere(walk, (page, look) => accountAndAccounts(page, walk.base, look));
  await secondFactors(walk);
  await connectEngine(walk);
  for (const words of await importAndMerge(page, base, both)) fail(words);
  for (const words of await importKinds(page, base)) fail(words);
  await ownField(page, base, both);
  for (const words of await looks(page, base, both)) fail(words);
  for (const words of await notifications(page, base, both)) fail(words);
  await privacyDesk(page, base, both);
  if (size === 'phone') for (const words of await enemies(browser, page, base)) fail(words);
  await tabs(walk, me);
  if (size === 'desktop') await badNetwork(walk);
  await expiredSession(walk);
}

/** What somebody else does, in a browser of their own. */
async function elsewhere(
  { browser, size, both, fail }: Walk,
  deeds: (page: Page, look: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const there = await visit(browser, size);
  there.page.setDefaultTimeout(15_000);
  await deeds(there.page, (name) => both(name, there.page));
  for (const text of there.complaints) fail(`the page complained: ${text}`);
  await there.context.close();
}

/** Of somebody else, in a browser of their own. */
async function secondFactors({ browser, base, size, both, fail }: Walk): Promise<void> {
  const there = await visit(browser, size);
  there.page.setDefaultTimeout(15_000);
  await factors({ ...there, base, size }, (name) => both(name, there.page));
  for (const text of there.complaints) fail(`the page complained: ${text}`);
  await there.context.close();
}

/** An address that leads nowhere: what is wrong stands at its field, and what was typed stays. */
async function connectEngine({ page, base, both }: Walk): Promise<void> {
  await page.goto(`${base}/app/conversations`);
  await page.getByRole('link', { name: 'Conectar Chatwoot' }).click();
  await page.getByText('todavía no ofrece Chatwoot').waitFor();
  await page.getByRole('button', { name: 'Conectar el propio' }).click();
  await page.getByRole('button', { name: 'Probar y conectar' }).click();
  await page.getByText('Falta este dato.').first().waitFor();
  await both('engine-missing');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
}

/** Somebody is invited, a key is made and used, a webhook is tried. */
async function administration({ page, base, both, fail }: Walk, me: string): Promise<void> {
  await invite(page, base, me);
  const key = await makeKey(page, base, me, MARKUP);
  await both('api-made');
  const answer = await fetch(`${base}/contacts`, { headers: { Authorization: `Bearer ${key}` } });
  if (!answer.ok) fail(`the new key is refused: ${answer.status}`);
  const refused = await fetch(`${base}/audit`, { headers: { Authorization: `Bearer ${key}` } });
  if (refused.status !== 403) fail(`the new key may too much: ${refused.status}`);
  await makeWebhook(page, base, me, MARKUP);
  await page.getByRole('link', { name: MARKUP }).click();
  await page.getByRole('button', { name: 'Enviar prueba' }).click();
  await page.getByText('Conexión rechazada').first().waitFor();
  await both('webhook-delivery');
  await page.goto(`${base}/app/audit`);
  await page.getByRole('button', { name: 'Verificar' }).click();
  await page.getByText('Intacta').waitFor();
  await both('audit-proof');
  await page.goto(`${base}/app/api?tab=try`);
  await page.getByRole('button', { name: 'Llamar' }).click();
  await page.getByText('Respuesta').filter({ visible: true }).first().waitFor();
  await both('api-answer');
}

/** The session ends in the middle of a form: one logs in over it, and nothing typed is lost. */
async function expiredSession({ page, context, base, both, fail }: Walk): Promise<void> {
  await page.goto(`${base}/app/contacts?new=1`);
  await page.getByLabel('Nombre').fill('Luis Soto');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Su sesión terminó').waitFor();
  await both('session-expired');
  await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).last().click();
  if ((await page.getByLabel('Nombre').inputValue()) !== 'Luis Soto') fail(`what was typed is lost`);
  await page.keyboard.press('Escape');
  await page.getByText('todavía no se guarda').waitFor();
  await both('unsaved');
  await page.getByRole('button', { name: 'Seguir editando' }).click();
  if ((await page.getByLabel('Nombre').inputValue()) !== 'Luis Soto')
    fail(`a key throws away what was typed`);
}
