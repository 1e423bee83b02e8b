import type { Page } from 'playwright-core';
import { codeFor, freshPhone } from './installation.ts';
import { prove } from './prove.ts';
import { logIn, makeCompany } from './steps.ts';

type Look = (name: string) => Promise<void>;

/** Another number, a mail address, and an account with its key. A person of their own: who walks elsewhere keeps theirs. */
export async function accountAndAccounts(page: Page, base: string, look: Look): Promise<void> {
  const old = await logIn(page, base);
  await makeCompany(page, 'Bodega Central');
  const phone = await otherNumber(page, base, old, look);
  await mailAddress(page, base, phone, look);
  await serviceAccount(page, base, phone, look);
}

async function otherNumber(page: Page, base: string, old: string, look: Look): Promise<string> {
  const phone = freshPhone();
  await page.goto(`${base}/app/account`);
  await page.getByRole('button', { name: 'Cambiar el celular' }).click();
  await page.getByLabel('Celular nuevo').fill(old);
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await page.getByText('Ese ya es su número.').waitFor();
  await page.getByLabel('Celular nuevo').fill('12');
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await page.locator('[aria-invalid=true]').waitFor();
  await look('account-phone-wrong');
  await page.getByLabel('Celular nuevo').fill(phone);
  const asked = new Date();
  await page.getByRole('button', { name: 'Enviar código' }).click();
  const code = page.getByLabel('Código');
  await code.waitFor();
  await look('account-phone-code');
  await code.fill('000000');
  await page.getByText('Intentos restantes: 4').waitFor();
  await code.fill(`SmarterOS: ${await codeFor(phone, asked)} es su código.`);
  await page.getByText('Desde ahora entra con el').waitFor();
  return phone;
}

async function mailAddress(page: Page, base: string, phone: string, look: Look): Promise<void> {
  const email = `walk-${phone.slice(4)}@example.cl`;
  await page.goto(`${base}/app/account?change=email`);
  await page.getByLabel('Correo nuevo').fill('nada');
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await page.locator('[aria-invalid=true]').waitFor();
  await page.getByLabel('Correo nuevo').fill(email.toUpperCase());
  const asked = new Date();
  await page.getByRole('button', { name: 'Enviar código' }).click();
  const code = page.getByLabel('Código', { exact: true });
  await prove(page, phone, page.getByText('Usar otro correo'));
  await page.getByText('Usar otro correo').waitFor();
  await look('account-email-code');
  await code.fill(await codeFor(email, asked));
  await page.getByText(`Su correo es ahora ${email}.`).waitFor();
  await page.getByRole('button', { name: 'Quitar el correo' }).click();
  await look('account-email-remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Quitar' }).click();
  await page.getByText('Ya no tiene un correo registrado.').waitFor();
}

async function serviceAccount(page: Page, base: string, phone: string, look: Look): Promise<void> {
  const name = 'Agente de cobranza';
  await page.goto(`${base}/app/api?tab=accounts`);
  await page.getByText('Todavía no hay cuentas de servicio').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Nueva cuenta' }).first().click();
  await page.getByLabel('Nombre').fill(name);
  await page.getByRole('button', { name: 'Crear cuenta' }).click();
  const made = page.getByText('Todavía no tiene claves.');
  await prove(page, phone, made);
  await made.waitFor();
  await look('api-account');
  await page.getByRole('dialog').getByRole('button', { name: 'Nueva clave' }).click();
  await page.getByLabel('Nombre').fill('Servidor');
  await page.getByRole('button', { name: 'Crear clave' }).click();
  const key = page.getByLabel('Clave', { exact: true });
  await key.waitFor();
  const token = await key.inputValue();
  await page.getByRole('button', { name: 'Ya la guardé' }).click();
  await page.getByRole('button', { name: 'Revocar Servidor' }).waitFor();
  await look('api-account-key');
  const call = async (): Promise<number> =>
    (await fetch(`${base}/contacts`, { headers: { Authorization: `Bearer ${token}` } })).status;
  if ((await call()) !== 200) throw new Error('the key of the account is refused');
  await page.goto(`${base}/app/api?q=servi&state=active`);
  await page.getByText('De una cuenta de servicio').waitFor();
  await page.getByRole('button', { name: 'Revocadas' }).click();
  await page.getByText('Ninguna clave coincide').waitFor();
  await look('api-found-none');
  await page.goto(`${base}/app/api?tab=accounts`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Desactivar' }).click();
  await page.getByLabel('Para confirmar, escriba').fill(name);
  await look('api-account-end');
  await page.getByRole('dialog').getByRole('button', { name: 'Desactivar' }).click();
  await page.getByText('quedó desactivada').waitFor();
  if ((await call()) !== 401) throw new Error('the key of a disabled account still works');
}
