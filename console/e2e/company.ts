import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A picture as a phone takes it: larger than a logo may be, until the page has made it small. */
function picture(side: number): Buffer {
  const line = Buffer.alloc(1 + side * 3, 0x30);
  line[0] = 0;
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => line)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const hue = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.style.getPropertyValue('--hue'));

/** Colour and logo of the company: seen before they are saved, kept, and in the switcher. */
export async function looks(
  page: Page,
  base: string,
  both: (name: string) => Promise<void>,
): Promise<string[]> {
  const failures: string[] = [];
  await page.goto(`${base}/app/settings`);
  const before = await page
    .getByText('Logo y color')
    .waitFor()
    .then(() => hue(page));
  await page.getByRole('radio', { name: 'Esmeralda' }).check({ force: true });
  if ((await hue(page)) !== '165') failures.push('settings: the colour isn’t shown before it is saved');
  await page.getByRole('button', { name: 'Deshacer' }).click();
  if ((await hue(page)) !== before) failures.push('settings: the colour before isn’t shown again');
  await page.getByRole('radio', { name: 'Esmeralda' }).check({ force: true });
  await page.getByRole('button', { name: 'Guardar' }).last().click();
  await page.getByText('Los cambios quedaron guardados.').first().waitFor();
  const input = page.locator('input[type=file]');
  await input.setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  });
  await page.getByText('No se pudo leer esa imagen').waitFor();
  await input.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture(3_000) });
  await page.getByText('El logo quedó guardado.').waitFor();
  await page.locator('img[src*="/app/logo/"]').filter({ visible: true }).first().waitFor();
  await both('settings-logo');
  await page.reload();
  await page.getByText('Logo y color').waitFor();
  if ((await hue(page)) !== '165') failures.push('settings: the colour isn’t kept');
  await page.getByRole('button', { name: 'Eliminar la empresa' }).click();
  await page.getByText('Esto es lo que va a pasar').waitFor();
  await both('settings-close');
  await page.keyboard.press('Escape');
  return failures;
}

/** What one is told of: chosen, kept, and what can't be switched off. */
export async function notifications(
  page: Page,
  base: string,
  both: (name: string) => Promise<void>,
): Promise<string[]> {
  const failures: string[] = [];
  await page.goto(`${base}/app/settings#notifications`);
  const webhook = page.getByLabel('Un webhook dejó de funcionar');
  await webhook.selectOption('off');
  await page.getByText('Su elección quedó guardada.').waitFor();
  const required = page.getByLabel('El operador entró a la empresa');
  if ((await required.locator('option[value=off]').count()) > 0)
    failures.push('settings: a notification that is required can be switched off');
  await page.reload();
  await webhook.waitFor();
  if ((await webhook.inputValue()) !== 'off') failures.push('settings: the choice isn’t kept');
  await both('settings-notifications');
  return failures;
}

/** Somebody asks about their data; the term is extended, the palette finds words without their accents. */
export async function privacyDesk(
  page: Page,
  base: string,
  both: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${base}/app/privacy?new=1`);
  await page.getByLabel('Quién').fill('María Núñez');
  await page.getByLabel('Qué pide').fill('Quiero saber qué datos míos tienen.');
  await page.getByRole('button', { name: 'Registrar', exact: true }).click();
  await page.getByText('La solicitud quedó registrada').waitFor();
  await page.getByRole('link', { name: /María Núñez/ }).click();
  await page.getByRole('button', { name: 'Prorrogar el plazo' }).click();
  await page.getByLabel('Motivo').fill('Hay datos en papel.');
  await both('privacy-request');
  await page.getByRole('dialog').getByRole('button', { name: 'Prorrogar el plazo' }).click();
  await page.getByText('El plazo quedó prorrogado.').waitFor();
  await page.goto(`${base}/app`);
  await page.getByText('María Núñez espera respuesta').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('¿Qué busca?').fill('auditoria');
  await page.getByRole('option', { name: 'Auditoría' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/app/audit?*');
}
