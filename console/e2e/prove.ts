import type { Locator, Page } from 'playwright-core';
import { codeFor } from './installation.ts';

/** Answers the dialog that asks anew who is there, when it comes before what is waited for. */
export async function prove(page: Page, phone: string, done: Locator): Promise<void> {
  const asked = new Date(Date.now() - 2_000);
  const dialog = page.getByRole('dialog', { name: 'Confirme que es usted' });
  await dialog.or(done).first().waitFor();
  if (await dialog.isVisible()) await page.getByLabel('Código').fill(await codeFor(phone, asked));
}
