/**
 * Signs somebody up at human pace, on a phone and at a desk, and prints what it took as JSON: seconds in all, and without
 * what the person took. Run by `./smarteros bench console-signup`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openBrowser, visit } from './browser.ts';
import { baseUrl, codeFor, freshPhone, freshRut } from './installation.ts';

/** A key of somebody who types with two fingers. */
const KEY_MS = 180;
/** Looking at a new page, and finding out what it wants. */
const READ_MS = 3_000;
/** Reading one line. */
const GLANCE_MS = 1_500;
/** From the message's arrival to the first digit: picking the phone up, reading, coming back. */
const FETCH_CODE_MS = 6_000;

const base = baseUrl();

/** Somebody at a keyboard. `slept` is what they took of the time themselves. */
function person(page: Page) {
  let slept = 0;
  const wait = async (ms: number): Promise<void> => {
    slept += ms;
    await sleep(ms);
  };
  return {
    wait,
    slept: () => slept,
    async type(label: string, text: string): Promise<void> {
      const field = page.getByLabel(label);
      await field.waitFor();
      await field.click();
      slept += text.length * KEY_MS;
      await field.pressSequentially(text, { delay: KEY_MS });
    },
    async press(name: string): Promise<void> {
      await wait(GLANCE_MS);
      await page.getByRole('button', { name, exact: true }).click();
    },
  };
}

async function signUp(page: Page): Promise<{ whole: number; machine: number }> {
  const phone = freshPhone();
  const who = person(page);
  const begun = performance.now();
  await page.goto(`${base}/app/login`);
  await page.getByLabel('Su celular').waitFor();
  await who.wait(READ_MS);
  await who.type('Su celular', phone.replace('+56', ''));
  const asked = new Date();
  await who.press('Enviar código');
  await page.getByLabel('Código').waitFor();
  const code = await codeFor(phone, asked);
  await who.wait(FETCH_CODE_MS);
  // The last digit sends it.
  await who.type('Código', code);
  await page.getByLabel('RUT de la empresa').waitFor();
  await who.wait(READ_MS);
  const rut = freshRut();
  const slip = rut.slice(0, -1) + (rut.endsWith('1') ? '2' : '1');
  await who.type('RUT de la empresa', slip);
  await page.getByText('El último dígito no coincide').waitFor();
  await who.wait(READ_MS);
  await page.getByLabel('RUT de la empresa').press('Backspace');
  await who.type('RUT de la empresa', rut.slice(-1));
  await who.type('Nombre', 'Panadería Los Andes');
  await who.press('Crear empresa');
  await page.getByText('está lista').first().waitFor();
  await who.wait(READ_MS);
  await who.press('Entrar');
  await page.getByRole('heading', { name: 'Inicio' }).waitFor();
  await page.getByText('Contactos nuevos').first().waitFor();
  const whole = (performance.now() - begun) / 1000;
  return { whole, machine: whole - who.slept() / 1000 };
}

const browser = await openBrowser();
const taken: Record<string, { whole: number; machine: number }> = {};
try {
  for (const size of ['phone', 'desktop'] as const) {
    const { page, context } = await visit(browser, size);
    taken[size] = await signUp(page);
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(taken));
