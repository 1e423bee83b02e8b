import type { BrowserContext, Page } from 'playwright-core';
import { codeFor } from './installation.ts';
import type { Size } from './browser.ts';
import { logIn, makeCompany } from './steps.ts';
import { appCode } from './totp.ts';

type Look = (name: string) => Promise<void>;

/**
 * An app with codes is set up and asked for at each login. On the phone the app answers, and then the device by itself; at the
 * desk a code on paper does, as whoever lost their phone has it. A person of their own: numbers get few codes an hour.
 */
export async function factors(
  { page, context, base, size }: { page: Page; context: BrowserContext; base: string; size: Size },
  look: Look,
): Promise<void> {
  const phone = await logIn(page, base);
  await makeCompany(page, 'Talleres del Sur');
  await page.goto(`${base}/app/account`);
  await page.getByRole('button', { name: 'Configurar' }).click();
  await page.getByRole('img', { name: 'Código QR' }).waitFor();
  await look('account-totp');
  const secret = (await page.getByRole('region', { name: 'Clave para la aplicación' }).innerText()).trim();
  await page.getByLabel('Código de seis dígitos').fill(appCode(secret, -1));
  await page.getByRole('dialog').getByRole('button', { name: 'Confirmar' }).click();
  const paper = page.getByRole('region', { name: 'Códigos de respaldo' });
  await paper.waitFor();
  await look('account-recovery');
  const [recovery = ''] = (await paper.innerText()).trim().split('\n');
  await page.getByRole('button', { name: 'Ya los guardé' }).click();
  await always(page);
  if (size === 'phone') await passkeyMade(page, context, base, look);
  await toSecondStep(page, context, base, phone);
  await look('login-second');
  if (size === 'phone') {
    await page.getByRole('button', { name: 'Usar llave de acceso' }).click();
  } else {
    await page.getByLabel('Código de su aplicación').fill('000000');
    await page.getByText('La prueba no es correcta').waitFor();
    await page.getByRole('button', { name: /Código de recuperación/ }).click();
    await page.getByLabel('Código de recuperación').fill(recovery);
    await page.getByRole('button', { name: 'Confirmar' }).click();
  }
  await page.getByRole('heading', { name: 'Inicio' }).waitFor();
}

/** Switches whether each login asks for the second factor. It shows what the API has kept, so it moves only then. */
async function always(page: Page): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/auth/always-ask') && answer.ok());
  await page.getByLabel('Pedirlo cada vez que entro').click();
  await kept;
}

/** A number gets its next code after half a minute; until then the page says how long. */
async function toSecondStep(page: Page, context: BrowserContext, base: string, phone: string): Promise<void> {
  await context.clearCookies();
  await page.goto(`${base}/app/login`);
  await page.getByLabel('Su celular').fill(phone);
  const code = page.getByLabel('Código');
  const wait = page.getByText(/Podrá pedir otro en \d+ s/);
  let asked = new Date();
  await page.getByRole('button', { name: 'Enviar código' }).click();
  await code.or(wait).first().waitFor();
  if (await wait.isVisible()) {
    const seconds = Number(/(\d+) s/.exec(await wait.innerText())![1]);
    await page.waitForTimeout((seconds + 1) * 1000);
    asked = new Date();
    await page.getByRole('button', { name: 'Enviar código' }).click();
  }
  await code.fill(`SmarterOS: su código es ${await codeFor(phone, asked)}.`);
  await page.getByText('Su cuenta pide un segundo paso').waitFor();
}

/** With the authenticator that Chromium plays. */
async function passkeyMade(page: Page, context: BrowserContext, base: string, look: Look): Promise<void> {
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${base}/app/account`);
  await page.getByRole('button', { name: 'Agregar este dispositivo' }).click();
  await page.getByText('Ya puede entrar con').waitFor();
  await look('account-passkey');
}
