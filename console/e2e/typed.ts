import type { Page } from 'playwright-core';
import { ADDRESSES, PAYLOADS } from './payloads.ts';
import { wrongs } from './xss.ts';

/** Forms, and the pages that show what was typed there. */
const FORMS: readonly (readonly [form: string, shows: string])[] = [
  ['/contacts?new=1', '/contacts'],
  ['/contacts/fields?new=1', '/contacts/fields'],
  ['/api?new=1', '/api'],
  ['/webhooks?new=1', '/webhooks'],
  ['/people?new=1', '/people?tab=invitations'],
  ['/people?tab=roles&new=1', '/people?tab=roles'],
  ['/settings', '/settings'],
  ['/account', '/account'],
];
const ANSWER_MS = 700;
/** What fits where there is least room. */
const SHORT = 40;

/** Fields that take no prose, by name or type, and what they are content with. */
const PARTICULAR = /email|phone|tel|taxId|url|number/;
const content = (kind: string): string => (kind.includes('url') ? 'http://127.0.0.1:9/hooks' : '');

/** One payload into every field of a form, or into those that may keep it, then whatever sends it. */
async function fill(page: Page, payload: string, everywhere: boolean): Promise<void> {
  const root = page.locator('dialog[open], main').last();
  for (const field of await root.locator('input:not([type=hidden]), textarea').all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    const type = (await field.getAttribute('type')) ?? 'text';
    if (['checkbox', 'radio', 'date', 'file'].includes(type)) continue;
    const kind = `${type} ${(await field.getAttribute('name')) ?? ''}`;
    const own = type === 'number' || (!everywhere && PARTICULAR.test(kind));
    await field.fill(own ? content(kind) : payload);
  }
  const send = root.locator('button[type=submit]').filter({ visible: true }).last();
  if (await send.isEnabled().catch(() => false)) await send.click();
  await page.waitForTimeout(ANSWER_MS);
}

/** Everything that can be typed, as an enemy types it, against the real API: it keeps or refuses it, and nothing runs. */
export async function type(page: Page, base: string): Promise<string[]> {
  const failures: string[] = [];
  const texts = [...PAYLOADS, ADDRESSES[0]!];
  for (const [index, [form, shows]] of FORMS.entries()) {
    for (const everywhere of [true, false]) {
      const payload = everywhere ? texts[index]! : texts[(index + 5) % texts.length]!.slice(0, SHORT);
      for (const path of [form, shows]) {
        await page.goto(`${base}/app${path}`);
        await page.locator('main h1').waitFor();
        if (path === form) await fill(page, payload, everywhere);
        failures.push(...(await wrongs(page)).map((wrong) => `${path}, typed: ${wrong}`));
      }
    }
  }
  return failures;
}
