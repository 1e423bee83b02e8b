import type { Page } from 'playwright-core';
import type { Walk } from './walk.ts';

export type Tell = (path: string, body?: object) => Promise<unknown>;
/** A page comes back by itself within this (lib/api/query-client.ts), and an engine's breaker before it. */
const HEALED_MS = 45_000;
const CONVERGED_MS = 40_000;

/** A call in the name of whoever is logged in on the page. */
const call = (page: Page, method: string, url: string, body?: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const said = await fetch(asked.url, {
        method: asked.method,
        ...(asked.body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asked.body),
        }),
      });
      if (!said.ok) throw new Error(`${asked.url}: ${said.status} ${await said.text()}`);
      return (await said.json()) as Record<string, unknown>;
    },
    { method, url, body },
  );

/** What an engine is for its company. Waited for by the page itself, which looks at it too. */
async function until(page: Page, base: string, engine: string, wanted: (row: Row) => boolean): Promise<void> {
  for (const end = Date.now() + CONVERGED_MS; ; await page.waitForTimeout(300)) {
    const row = (await call(page, 'GET', `${base}/engines/${engine}`)) as unknown as Row;
    if (wanted(row)) return;
    if (Date.now() > end) throw new Error(`${engine} is still ${JSON.stringify(row)}`);
  }
}
interface Row {
  readonly wanted: string | null;
  readonly status: string | null;
  readonly driftedAt: string | null;
}

/** Changed behind our back, shut and opened again, removed for good. */
export async function engineLife(walk: Walk, tell: Tell): Promise<void> {
  const { page, base, both } = walk;
  await tell('/meddle');
  await call(page, 'POST', `${base}/engines/chatwoot/retry`);
  await page.goto(`${base}/app/engines/view?engine=chatwoot`);
  await page.getByText('Último cambio hecho desde fuera').waitFor({ timeout: CONVERGED_MS });
  await until(page, base, 'chatwoot', ({ status }) => status === 'done');
  await both('engine-drifted');
  await page.getByRole('button', { name: 'Suspender' }).click();
  await page
    .getByText('Suspendido: nadie puede entrar')
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: CONVERGED_MS });
  await both('engine-suspended');
  await page.goto(`${base}/app/conversations`);
  await page.getByText('Chatwoot está suspendido').waitFor();
  await both('conversations-suspended');
  await page.getByRole('link', { name: 'Ver Chatwoot' }).click();
  await page.getByRole('button', { name: 'Reactivar' }).click();
  await page.getByRole('button', { name: 'Suspender' }).waitFor();
  await until(page, base, 'chatwoot', ({ status }) => status === 'done');
  await failing(walk, tell);
  await page.goto(`${base}/app/engines/view?engine=metabase`);
  await page.getByRole('button', { name: 'Quitar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Para confirmar, escriba').waitFor();
  await both('engine-remove');
  const remove = dialog.getByRole('button', { name: 'Quitar' });
  if (await remove.isEnabled()) walk.fail('an engine can be removed before its name is typed');
  await dialog.getByLabel('Para confirmar, escriba').fill('metabase');
  await remove.click();
  await page.getByText('Conectar su propio Metabase').waitFor({ timeout: CONVERGED_MS });
  await both('engine-removed');
  await page.goto(`${base}/app/dashboards`);
  await page.getByRole('link', { name: 'Conectar Metabase' }).waitFor();
}

/** An engine that can't be set up: why, when it is tried again, and now. */
async function failing({ page, base, both }: Walk, tell: Tell): Promise<void> {
  await tell('/mood', { engine: 'odoo', mood: 'broken' });
  await call(page, 'POST', `${base}/engines/odoo/suspend`);
  await page.goto(`${base}/app/engines/view?engine=odoo`);
  await page.getByText('intento fallido').waitFor({ timeout: CONVERGED_MS });
  await both('engine-failing');
  await page.goto(`${base}/app/engines`);
  await page.getByRole('button', { name: 'Reintentar' }).waitFor();
  await both('engines-failing');
  await tell('/mood', { engine: 'odoo', mood: 'well' });
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await until(page, base, 'odoo', ({ status }) => status === 'done');
  await call(page, 'POST', `${base}/engines/odoo/resume`);
  await until(page, base, 'odoo', ({ status }) => status === 'done');
}

const AREAS = [
  ['odoo', '/erp', 'Constructora Andes SpA'],
  ['supabase', '/data/table?name=productos', 'Taladro percutor'],
  ['metabase', '/dashboards', 'Inventario'],
] as const;

/** Engines that are down while their pages are open: why, what to do, which request it was; and back without a reload. */
export async function enginesDown({ page, base, both, fail }: Walk, tell: Tell): Promise<void> {
  for (const [engine, path, there] of AREAS) {
    await tell('/mood', { engine, mood: 'broken' });
    await page.goto(`${base}/app${path}`);
    const note = page.getByRole('alert').filter({ hasText: 'Número de solicitud' });
    await note.first().waitFor({ timeout: HEALED_MS });
    if ((await page.locator('main .animate-skeleton').count()) > 0)
      fail(`${engine} is down: a skeleton stays`);
    await both(`${engine}-down`);
    await tell('/mood', { engine, mood: 'well' });
    await page.getByText(there).filter({ visible: true }).first().waitFor({ timeout: HEALED_MS });
  }
}

const webhook = (path: string) => ({
  id: 'hook',
  name: 'Entrada',
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  position: [0, 0],
  webhookId: path,
  parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
});
const stop = {
  id: 'stop',
  name: 'Revisar stock',
  type: 'n8n-nodes-base.stopAndError',
  typeVersion: 1,
  position: [200, 0],
  parameters: { errorMessage: 'No queda stock de Cemento 25 kg' },
};

/** In an n8n of the company's own: switched on and off, and one that fails when it is run. */
export async function ownWorkflows({ page, context, base, size, both }: Walk, tell: Tell): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await tell('/own', { headers: { cookie, origin: base } });
  await until(page, base, 'n8n', ({ status }) => status === 'done');
  // Both sizes share the one n8n that there is.
  const name = `Revisar stock ${size}`;
  const path = `stock-${Date.now()}`;
  await call(page, 'POST', `${base}/n8n/workflows`, {
    name,
    nodes: [webhook(path), stop],
    connections: { Entrada: { main: [[{ node: stop.name, type: 'main', index: 0 }]] } },
  });
  await page.goto(`${base}/app/workflows?show=inactive`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Activar' }).click();
  await page.getByText(`${name} está activo.`).waitFor();
  await both('workflow-own');
  await page.getByRole('button', { name: 'Ejecutar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ejecutar' }).click();
  await page.getByText('El flujo falló').waitFor({ timeout: 30_000 });
  await both('workflow-failed');
  await page.goto(`${base}/app/workflows/executions?status=error`);
  await page.getByRole('link', { name }).first().click();
  await page.getByText('No queda stock de Cemento 25 kg').filter({ visible: true }).first().waitFor();
  await both('execution-failed');
  await page.goto(`${base}/app/workflows?show=active`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Desactivar' }).click();
  await page.getByText(`${name} está inactivo.`).waitFor();
  await page.getByRole('link', { name: 'Flujos' }).first().click();
  await page
    .getByRole('row', { name: `${name} Inactivo` })
    .or(page.getByText('Inactivo'))
    .first()
    .waitFor();
}
