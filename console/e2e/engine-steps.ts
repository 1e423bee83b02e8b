import type { Page } from 'playwright-core';
import { engineLife, enginesDown, ownWorkflows } from './engine-care.ts';
import type { Pages } from './pages.ts';
import { logIn, makeCompany } from './steps.ts';
import { sideList } from './side-list.ts';
import type { Walk } from './walk.ts';

const PAGES: Pages = {
  'engines-connected': ['/engines', 'En su empresa'],
  'engine-done': ['/engines/view?engine=chatwoot', 'Administrar'],
  conversations: ['/conversations', 'Marta Rojas'],
  'conversations-waiting': ['/conversations?status=waiting', 'Marta Rojas'],
  'conversation-gone': ['/conversations/view?id=999999', 'no existe o no está a su alcance'],
  'erp-customers': ['/erp', 'Constructora Andes SpA'],
  'erp-orders': ['/erp?model=sale.order', 'S00060'],
  'erp-invoices': ['/erp?model=account.move', 'FAC 2026/00060'],
  'erp-invoice': ['/erp/view?model=account.move&id=60', 'FAC 2026/00060'],
  'erp-any': ['/erp?model=product.template', 'Taladro percutor'],
  'erp-not-installed': ['/erp?model=crm.lead', 'no está instalada'],
  'data-tables': ['/data', 'productos'],
  'data-rows': ['/data/table?name=productos', 'Taladro percutor'],
  'dashboards-list': ['/dashboards', 'Ventas'],
};

/**
 * The areas that engines answer for, with something in them, from the company's making on. `control` is where
 * test/console/engines.ts is spoken to.
 */
export async function walkEngines(walk: Walk, control: string): Promise<void> {
  const { page, base, both, tour } = walk;
  const tell = async <T>(path: string, body: object = {}): Promise<T> =>
    (await (await fetch(control + path, { method: 'POST', body: JSON.stringify(body) })).json()) as T;
  await logIn(page, base);
  await makeCompany(page, 'Constructora Aconcagua', () => both('provisioning'));
  await page.goto(`${base}/app/engines`);
  await usable(page, base);
  await tell('/fill');
  await page.reload();
  await tour(PAGES);
  await conversation(walk);
  await sideList(walk);
  await outages(walk, (engine, mood) => tell('/mood', { engine, mood }));
  await tables(walk);
  await dashboards(walk);
  await enginesDown(walk, tell);
  const { live } = await tell<{ live: boolean }>('/n8n');
  if (live) await workflows(walk).then(() => ownWorkflows(walk, tell));
  else console.log('· n8n is left out: it is not installed');
  await page.goto(`${base}/app/`);
  await page.getByText('Necesita atención').waitFor();
  await page.getByText('esperan respuesta').filter({ visible: true }).first().waitFor();
  await page.getByText('Ventas de hoy').waitFor();
  await both('home-with-engines');
  await engineLife(walk, tell);
}

const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 300;
/** All that are played. */
const PLAYED = 6;

/** Every engine is set up for the company that was just made. */
async function usable(page: Page, base: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await page.waitForTimeout(LOOK_AGAIN_MS)) {
    const states = await page.evaluate(async (url) => {
      const { data } = (await (await fetch(url)).json()) as {
        data: { connected: boolean; status: string }[];
      };
      return data.filter(({ connected }) => connected).map(({ status }) => status);
    }, `${base}/engines`);
    if (states.length >= PLAYED && states.every((state) => state === 'done')) return;
    if (Date.now() > end) throw new Error(`engines are still ${states.join(', ')}`);
  }
}

/** Read upwards, answered, noted, resolved; and what a customer says meanwhile is there by itself. */
async function conversation({ page, base, both, fail }: Walk): Promise<void> {
  await page.goto(`${base}/app/conversations/view?id=1`);
  await page.getByRole('log').getByText('Le mando la foto de la boleta').waitFor();
  await page.getByText('Nota interna').filter({ visible: true }).first().waitFor();
  await both('conversation');
  const field = page.getByLabel('Escriba una respuesta');
  await field.fill('Gracias, ya la vi.');
  await page.getByRole('button', { name: 'Enviar' }).click();
  await page.getByRole('log').getByText('Gracias, ya la vi.').waitFor();
  await page.evaluate(async (url) => {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: '¿Y cuándo llega?', type: 'incoming' }),
    });
  }, `${base}/chatwoot/conversations/1/messages`);
  // Sooner than the list looks again by itself.
  await page.getByRole('log').getByText('¿Y cuándo llega?').waitFor({ timeout: 6_000 });
  await page.getByRole('button', { name: 'Resolver' }).click();
  await page.getByRole('button', { name: 'Reabrir' }).waitFor();
  await page.goto(`${base}/app/conversations/view?id=2`);
  await page.getByRole('log').getByText('Mensaje 2000').waitFor();
  const log = page.getByRole('log');
  await log.evaluate((box) => box.scrollTo({ top: 0 }));
  await log.getByText('Mensaje 1940', { exact: true }).waitFor();
  const top = await log.evaluate((box) => box.scrollTop);
  if (top < 200) fail(`the place in a long conversation is lost: ${top}`);
}

/** An engine that fails while one answers: what was typed stays, and the next try sends it. */
async function outages(
  { page, base, both }: Walk,
  ail: (engine: string, mood: string) => Promise<unknown>,
): Promise<void> {
  await page.goto(`${base}/app/conversations/view?id=3`);
  const field = page.getByLabel('Escriba una respuesta');
  await field.fill('Mañana sin falta.');
  await page.getByRole('log').waitFor();
  await ail('chatwoot', 'broken');
  await page.getByRole('button', { name: 'Enviar' }).click();
  await page.getByRole('alert').first().waitFor();
  if ((await field.inputValue()) !== 'Mañana sin falta.') throw new Error('what was typed is lost');
  await both('conversation-failed');
  await ail('chatwoot', 'html');
  await page.goto(`${base}/app/conversations`);
  await page.getByRole('button', { name: 'Reintentar' }).waitFor({ timeout: 30_000 });
  await both('conversations-down');
  await ail('chatwoot', 'well');
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await page.getByText('Marta Rojas').first().waitFor({ timeout: 45_000 });
  await ail('odoo', 'slow');
  await page.goto(`${base}/app/erp?model=sale.order&q=S0001`);
  await page.getByText('S00010').waitFor({ timeout: 40_000 });
  await ail('odoo', 'well');
}

async function tables({ page, base, both }: Walk): Promise<void> {
  await page.goto(`${base}/app/data/table?name=productos`);
  await page.getByRole('button', { name: 'Nueva fila' }).click();
  await page.getByLabel(/^id/).fill(String(Date.now()));
  await page.getByLabel(/^nombre/).fill('Llave francesa');
  await both('data-row');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('La fila quedó agregada').waitFor();
}

async function dashboards({ page, base, both }: Walk): Promise<void> {
  await page.goto(`${base}/app/dashboards`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Ventas/ })
    .first()
    .click();
  await page.locator('iframe').waitFor();
  await both('dashboard');
  await page.getByRole('link', { name: 'Gráfico por gráfico' }).click();
  await page.getByText('Ventas por día').waitFor();
  await page.locator('svg.recharts-surface').first().waitFor();
  await both('dashboard-cards');
  await page.getByRole('button', { name: 'Ver como tabla' }).first().click();
  await page.getByRole('table').first().waitFor();
  await both('dashboard-table');
}

/** The workflow that every company has is run for real, and how it went is read. */
async function workflows({ page, base, both }: Walk): Promise<void> {
  await page.goto(`${base}/app/workflows`);
  const starter = page
    .getByRole('main')
    .getByRole('link', { name: /Bienvenida/ })
    .first();
  await starter.waitFor();
  await both('workflows');
  await starter.click();
  await page.getByRole('button', { name: 'Ejecutar' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ejecutar' }).click();
  await page.getByText('El flujo respondió.').waitFor({ timeout: 30_000 });
  await both('workflow-run');
  await page.goto(`${base}/app/workflows/executions`);
  const run = page
    .getByRole('main')
    .getByRole('link', { name: /Bienvenida/ })
    .first();
  await run.waitFor();
  await both('executions');
  await run.click();
  await page.getByText('Webhook').filter({ visible: true }).first().waitFor();
  await both('execution');
}
