import type { Page } from 'playwright-core';
import { codeFor, freshPhone, smarteros } from './installation.ts';

type Look = (name: string) => Promise<void>;

/** The very first visit: whoever opens the machine's link becomes its operator. Nothing when somebody was here before. */
export async function firstVisit(page: Page, base: string, look: Look): Promise<string | undefined> {
  const { fresh } = (await (await fetch(base)).json()) as { fresh: boolean };
  if (!fresh) return undefined;
  await page.goto(`${base}/app`);
  await page.getByRole('heading', { name: 'Bienvenido a SmarterOS' }).waitFor();
  const link = smarteros('setup').trim();
  await page.goto(`${base}/app/setup${new URL(link).hash}`);
  await page.getByRole('button', { name: 'Comenzar' }).waitFor();
  await look('setup-welcome');
  await page.getByRole('button', { name: 'Comenzar' }).click();
  await page.getByText('quedará como operador').waitFor();
  await look('setup-account');
  // In the middle of it, and back again: the link still counts.
  await page.reload();
  const phone = freshPhone();
  await page.getByLabel('Su celular').fill(phone);
  const asked = new Date();
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await page.getByLabel('Código').waitFor();
  await look('setup-code');
  await page.getByLabel('Código').fill(await codeFor(phone, asked));
  await page.getByRole('heading', { name: '¿Desde dónde se usará?' }).waitFor();
  await look('setup-place');
  await page.getByRole('button', { name: /Con una dirección propia/ }).click();
  await page.getByLabel('Dirección').fill('https://app.panaderia-sur.cl/');
  await page.getByText('Por ahora se llega solo desde este equipo').waitFor();
  await look('setup-domain');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('heading', { name: 'Puesta en marcha' }).waitFor();
  await page.getByText('n8n puede correr aquí mismo').waitFor();
  await look('setup-list');
  return phone;
}
