/**
 * Walks through the console in a real Chromium, on a phone and at a desk, against the installation of SMARTEROS_HOME:
 * `node console/e2e/run.ts [--pictures FOLDER] [--engines URL]`. Each page is looked at by axe in both themes; its own complaints (errors,
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
import { walkEngines } from './engine-steps.ts';
import { invite, makeKey, makeWebhook } from './admin-steps.ts';
import { addContact, logIn, makeCompany } from './steps.ts';

/** Given as names: it has to show as text. */
const MARKUP = '<img src=x onerror=alert(1)>';

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
  people: ['/people', 'Usted'],
  'people-invitations': ['/people?tab=invitations', 'Pendiente'],
  'people-invite': ['/people?new=1', 'Enviar invitación'],
  'people-roles': ['/people?tab=roles', 'Contador'],
  'people-role-new': ['/people?tab=roles&new=1', 'Plazos de conservación'],
  api: ['/api', MARKUP],
  'api-new': ['/api?new=1', 'Crear clave'],
  'api-agents': ['/api?tab=agents', 'Ningún agente tiene acceso'],
  'api-connect': ['/api?tab=connect&client=cursor', 'mcpServers'],
  'api-try': ['/api?tab=try', 'Llamar'],
  webhooks: ['/webhooks', MARKUP],
  'webhooks-new': ['/webhooks?new=1', 'Todos los eventos'],
  'webhooks-in': ['/webhooks?tab=in', 'Nada recibido todavía'],
  audit: ['/audit', 'Cuándo'],
  'audit-none': ['/audit?action=nada', 'Nada coincide con estos filtros'],
  privacy: ['/privacy', 'Nadie ha pedido nada'],
  'privacy-consents': ['/privacy?tab=consents', 'Aquí verá quién aceptó qué'],
  'privacy-breaches': ['/privacy?tab=breaches', 'No hay brechas registradas'],
  'privacy-retention': ['/privacy?tab=retention', 'Se conservan'],
  account: ['/account', 'Sesiones abiertas'],
  settings: ['/settings', 'Sin verificar'],
};
const STRANGER_PAGES: typeof PAGES = {
  login: ['/login', 'Enviar código'],
  join: ['/join', 'Al enlace le falta'],
  setup: ['/setup', 'Instalación nueva'],
  'setup-restore': ['/setup?way=restore', 'Volver'],
  'setup-list': ['/setup?step=list', 'Primera empresa'],
};

const { values } = parseArgs({ options: { pictures: { type: 'string' }, engines: { type: 'string' } } });
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
      await page.getByText(ready).filter({ visible: true }).first().waitFor();
      await both(name);
    }
  };
  try {
    await tour(STRANGER_PAGES);
    const me = await logIn(page, base);
    await page.waitForURL('**/app/start');
    await both('start');
    await makeCompany(page, size === 'phone' ? 'Panadería Los Andes' : 'Ferretería El Roble');
    await both('home-empty');
    await addContact(page, base, { name: 'Ana Pérez', phone: '9 8765 4321', tags: 'vip, proveedor' });
    await addContact(page, base, { name: 'Comercial Ñuñoa Ltda.', phone: '2 2345 6789', tags: 'cliente' });
    await administration(me);
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
    await walkEngines(
      { page, base, both, fail: (words) => failures.push(`${size}: ${words}`) },
      values.engines,
    );
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

  /** Somebody is invited, a key is made and used, a webhook is tried. */
  async function administration(me: string): Promise<void> {
    await invite(page, base, me);
    const key = await makeKey(page, base, me, MARKUP);
    await both('api-made');
    const answer = await fetch(`${base}/contacts`, { headers: { Authorization: `Bearer ${key}` } });
    if (!answer.ok) failures.push(`${size}: the new key is refused: ${answer.status}`);
    const refused = await fetch(`${base}/audit`, { headers: { Authorization: `Bearer ${key}` } });
    if (refused.status !== 403) failures.push(`${size}: the new key may too much: ${refused.status}`);
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
    await page.getByText('Respuesta').first().waitFor();
    await both('api-answer');
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
