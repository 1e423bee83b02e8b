import type { Walk } from './walk.ts';

/** From one conversation to the next by keys; an answer that was begun waits where it was begun. */
export async function sideList({ page, base, size, fail }: Walk): Promise<void> {
  await page.goto(`${base}/app/conversations?status=all`);
  await page.getByRole('link', { name: 'Marta Rojas' }).first().waitFor();
  const address = (): string | null => new URL(page.url()).searchParams.get('id');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Escriba una respuesta');
  await field.waitFor();
  const first = address();
  await field.fill('Le respondo en un rato');
  if (size === 'phone') {
    await page.goBack();
    await page.keyboard.press('k');
  } else {
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('id') !== first && url.pathname.endsWith('/view'));
  await field.waitFor();
  if ((await field.inputValue()) !== '') fail('an answer to one is in the field of another');
  await page.goto(`${base}/app/conversations/view?id=${first}&status=all`);
  await field.waitFor();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Le respondo en un rato');
  await field.fill('');
}
