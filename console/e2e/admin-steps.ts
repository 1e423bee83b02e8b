import type { Page } from 'playwright-core';
import { freshPhone } from './installation.ts';
import { prove } from './prove.ts';

export async function invite(page: Page, base: string, me: string): Promise<void> {
  await page.goto(`${base}/app/people?tab=invitations&new=1`);
  await page.getByLabel('Teléfono').fill(freshPhone());
  await page.getByLabel('Rol', { exact: true }).selectOption('accountant');
  await page.getByRole('button', { name: 'Enviar invitación' }).click();
  const done = page.getByText('Invitación enviada a');
  await prove(page, me, done);
  await done.waitFor();
  await page.getByText('Pendiente').waitFor();
}

/** Makes a key and answers it. */
export async function makeKey(page: Page, base: string, me: string, name: string): Promise<string> {
  await page.goto(`${base}/app/api?new=1`);
  await page.getByLabel('Nombre').fill(name);
  await page.getByRole('button', { name: 'Crear clave' }).click();
  const done = page.getByText('no se volverá a mostrar');
  await prove(page, me, done);
  await done.waitFor();
  return page.getByLabel('Clave', { exact: true }).inputValue();
}

export async function makeWebhook(page: Page, base: string, me: string, description: string): Promise<void> {
  await page.goto(`${base}/app/webhooks?new=1`);
  await page.getByLabel('Dirección').fill('http://127.0.0.1:9/hooks');
  await page.getByLabel('Para qué es').fill(description);
  await page.getByRole('button', { name: 'Crear webhook' }).click();
  const done = page.getByText('no se volverá a mostrar');
  await prove(page, me, done);
  await done.waitFor();
  await page.getByRole('button', { name: 'Ya lo guardé' }).click();
}
