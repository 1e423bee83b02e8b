import type { Page } from 'playwright-core';
import { codeFor, freshPhone, freshRut } from './installation.ts';

/** Who has said their name is greeted by it. */
export const HOME = /^(?:Inicio$|Hola, )/;

/** What a person does, as walks are made of. Words are the Spanish ones, as they read them. */
export async function logIn(page: Page, base: string, phone = freshPhone()): Promise<string> {
  await page.goto(`${base}/app/login`);
  await page.getByLabel('Su celular').fill(phone);
  const asked = new Date();
  await page.getByRole('button', { name: 'Enviar código' }).click();
  const field = page.getByLabel('Código');
  await field.waitFor();
  // Pasted, as out of the message; the last digit sends it.
  await field.fill(await codeFor(phone, asked));
  return phone;
}

/** `prepared`: called while the engines are being set up. */
export async function makeCompany(page: Page, name: string, prepared?: () => Promise<void>): Promise<void> {
  const rut = freshRut();
  await page.waitForURL('**/app/start');
  const wrong = rut.slice(0, -1) + (rut.endsWith('1') ? '2' : '1');
  await page.getByLabel('RUT de la empresa').pressSequentially(wrong);
  await page.getByText('El último dígito no coincide').waitFor();
  await page.getByLabel('RUT de la empresa').fill(rut);
  await page.getByText('RUT correcto.').waitFor();
  await page.getByLabel('Nombre').fill(name);
  await page.getByRole('button', { name: 'Crear empresa' }).click();
  await page.getByRole('heading', { name: `${name} está lista` }).waitFor();
  await prepared?.();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('heading', { name: HOME }).waitFor();
}

export async function addContact(
  page: Page,
  base: string,
  contact: { name: string; phone: string; tags: string },
): Promise<void> {
  await page.goto(`${base}/app/contacts?new=1`);
  await page.getByLabel('Nombre').fill(contact.name);
  await page.getByLabel('Teléfono').fill(contact.phone);
  await page.getByLabel('Etiquetas').fill(contact.tags);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText(`${contact.name} quedó guardado.`).waitFor();
}
