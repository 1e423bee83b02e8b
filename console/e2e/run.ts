/**
 * Walks through the console in a real Chromium, on a phone and at a desk, against the installation of SMARTEROS_HOME:
 * `node console/e2e/run.ts [--pictures FOLDER]`. Each page is looked at by axe in both themes; its own complaints (errors,
 * refusals of the policy) fail the walk. Add your area's pages to PAGES and its deeds to `walk`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { importAndMerge, ownField } from './contacts.ts';
import { openBrowser, SIZES, visit, type Size, type Theme } from './browser.ts';
import { baseUrl } from './installation.ts';
import { addContact, logIn, makeCompany } from './steps.ts';

/** By name: the path, and what is on it once it has loaded. */
const PAGES: Readonly<Record<string, readonly [path: string, ready: string]>> = {
  home: ['/', 'Contactos nuevos'],
  contacts: ['/contacts', 'Ana Pérez'],
  'contacts-new': ['/contacts?new=1', 'Guardar'],
  'contacts-none': ['/contacts?q=nadie', 'Ningún contacto coincide'],
  'conversations-none': ['/conversations', 'Conecte Chatwoot'],
  'workflows-none': ['/workflows', 'Conecte n8n'],
  'executions-none': ['/workflows/executions', 'Conecte n8n'],
  engines: ['/engines', 'También disponibles'],
  engine: ['/engines/view?engine=chatwoot', 'Conectar su propio Chatwoot'],
  'engine-connect': ['/engines/view?engine=n8n&do=connect', 'Probar y conectar'],
  'contacts-import': ['/contacts/import', 'Suba su lista'],
  'contacts-fields-none': ['/contacts/fields', 'Todavía no hay campos'],
  'contacts-duplicates-none': ['/contacts/duplicates', 'No hay contactos que parezcan'],
  erp: ['/erp', 'Ventas'],
  dashboards: ['/dashboards', 'Paneles'],
  data: ['/data', 'Datos'],
};
const STRANGER_PAGES: typeof PAGES = {
  login: ['/login', 'Enviar código'],
  join: ['/join', 'Al enlace le falta'],
};

const { values } = parseArgs({ options: { pictures: { type: 'string' } } });
const base = baseUrl();
const failures: string[] = [];
if (values.pictures) mkdirSync(values.pictures, { recursive: true });

const browser = await openBrowser();
try {
  for (const size of Object.keys(SIZES) as Size[]) await walk(browser, size);
} finally {
  await browser.close();
}
for (const failure of failures) console.log(`✖ ${failure}`);
console.log(failures.length === 0 ? '1 passed, 0 failed' : `0 passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function walk(from: Browser, size: Size): Promise<void> {
  const began = Date.now();
  const { page, context, complaints } = await visit(from, size);
  page.setDefaultTimeout(15_000);
  const look = async (name: string, theme: Theme): Promise<void> => {
    await page.emulateMedia({ colorScheme: theme });
    await page.waitForTimeout(250); // for what moves in
    if (values.pictures)
      await page.screenshot({ path: join(values.pictures, `${name}-${size}-${theme}.png`) });
    for (const violation of await violationsOf(page))
      failures.push(`${name}, ${size}, ${theme}: ${violation}`);
  };
  const both = async (name: string): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) await look(name, theme);
  };
  const tour = async (pages: typeof PAGES): Promise<void> => {
    for (const [name, [path, ready]] of Object.entries(pages)) {
      await page.goto(`${base}/app${path}`);
      await page.getByText(ready).first().waitFor();
      await both(name);
    }
  };
  try {
    await tour(STRANGER_PAGES);
    await logIn(page, base);
    await page.waitForURL('**/app/start');
    await both('start');
    await makeCompany(page, size === 'phone' ? 'Panadería Los Andes' : 'Ferretería El Roble');
    await both('home-empty');
    await addContact(page, base, { name: 'Ana Pérez', phone: '9 8765 4321', tags: 'vip, proveedor' });
    await addContact(page, base, { name: 'Comercial Ñuñoa Ltda.', phone: '2 2345 6789', tags: 'cliente' });
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
    await connectEngine();
    failures.push(...(await importAndMerge(page, base, both)));
    await ownField(page, base, both);
    await expiredSession();
  } catch (error) {
    failures.push(`${size}: ${error instanceof Error ? error.message : String(error)}`);
    if (values.pictures) await page.screenshot({ path: join(values.pictures, `failed-${size}.png`) });
  }
  failures.push(...complaints.map((text) => `${size}: the page complained: ${text}`));
  await context.close();
  console.log(`· ${size} in ${((Date.now() - began) / 1000).toFixed(1)} s`);

  /** An address that leads nowhere: what is wrong stands at its field, and what was typed stays. */
  async function connectEngine(): Promise<void> {
    await page.goto(`${base}/app/conversations`);
    await page.getByRole('link', { name: 'Conectar Chatwoot' }).click();
    await page.getByRole('button', { name: 'Activar Chatwoot' }).click();
    await page.getByText('todavía no ofrece Chatwoot').waitFor();
    await page.getByRole('button', { name: 'Conectar el propio' }).click();
    await page.getByRole('button', { name: 'Probar y conectar' }).click();
    await page.getByText('Falta este dato.').first().waitFor();
    await both('engine-missing');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
  }

  /** The session ends in the middle of a form: one logs in over it, and nothing typed is lost. */
  async function expiredSession(): Promise<void> {
    await page.goto(`${base}/app/contacts?new=1`);
    await page.getByLabel('Nombre').fill('Luis Soto');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Su sesión terminó').waitFor();
    await both('session-expired');
    await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).last().click();
    if ((await page.getByLabel('Nombre').inputValue()) !== 'Luis Soto')
      failures.push(`${size}: what was typed is lost`);
  }
}
