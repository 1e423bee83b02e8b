import type { Browser, Page } from 'playwright-core';
import { visit, type Size } from './browser.ts';
import { codeFor, freshPhone, messageFor } from './installation.ts';
import { prove } from './prove.ts';

type LookAt = (page: Page, name: string) => Promise<void>;

/** Somebody is invited, comes in by the link, and nobody else does: not by another number, nor a second time. */
export async function joinByLink(
  { browser, page, base, me, size }: { browser: Browser; page: Page; base: string; me: string; size: Size },
  look: LookAt,
): Promise<void> {
  const guest = freshPhone();
  const asked = new Date();
  await page.goto(`${base}/app/people?tab=invitations&new=1`);
  await page.getByLabel('Teléfono').fill(guest);
  await page.getByLabel('Rol', { exact: true }).selectOption('accountant');
  await page.getByRole('button', { name: 'Enviar invitación' }).click();
  const sent = page.getByText('Invitación enviada a');
  await prove(page, me, sent);
  await sent.waitFor();
  const link = /https?:\S+\/join#\S+/.exec(await messageFor(guest, asked, /\/join#/))![0];
  const path = new URL(link);

  const stranger = await enter(freshPhone());
  await stranger.page.getByRole('button', { name: 'Aceptar y entrar' }).click();
  await stranger.page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await look(stranger.page, 'join-other-number');
  await stranger.context.close();

  const right = await enter(guest, true);
  await right.page.getByRole('button', { name: 'Aceptar y entrar' }).click();
  await right.page.getByRole('heading', { name: 'Inicio' }).waitFor();
  await right.page.goto('about:blank');
  await right.page.goto(`${base}/app/join${path.hash}`);
  await right.page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await right.page.getByText('Puede que ya se haya usado').waitFor();
  await look(right.page, 'join-used');
  await right.page.getByRole('link', { name: 'Ir al inicio' }).click();
  await right.page.getByRole('heading', { name: 'Inicio' }).waitFor();
  await right.context.close();

  await withdrawn();

  /** Cancelled between its sending and its opening, and between its opening and its acceptance. */
  async function withdrawn(): Promise<void> {
    const other = freshPhone();
    const since = new Date();
    await page.goto(`${base}/app/people?tab=invitations&new=1`);
    await page.getByLabel('Teléfono').fill(other);
    await page.getByLabel('Rol', { exact: true }).selectOption('accountant');
    await page.getByRole('button', { name: 'Enviar invitación' }).click();
    await page.getByText('Invitación enviada a').waitFor();
    const sentLink = /https?:\S+\/join#\S+/.exec(await messageFor(other, since, /\/join#/))![0];
    path.hash = new URL(sentLink).hash;
    const late = await enter(other);
    await page
      .getByRole('button', { name: /Cancelar la invitación/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar invitación' }).click();
    await page.getByText('La invitación fue cancelada').waitFor();
    await late.page.getByRole('button', { name: 'Aceptar y entrar' }).click();
    await late.page.getByText('ya no es válida').or(late.page.getByText('no longer valid')).waitFor();
    await late.page.reload();
    await late.page.getByText('Puede que ya se haya usado').waitFor();
    await look(late.page, 'join-withdrawn');
    await late.context.close();
  }

  async function enter(phone: string, looked = false) {
    const there = await visit(browser, size);
    there.page.setDefaultTimeout(15_000);
    await there.page.goto(`${base}${path.pathname}${path.hash}`);
    await there.page.getByText('Unirse a').waitFor();
    if (looked) await look(there.page, 'join-invited');
    await there.page.getByLabel('Su celular').fill(phone);
    const begun = new Date();
    await there.page.getByRole('button', { name: 'Enviar código' }).click();
    await there.page.getByLabel('Código').waitFor();
    // The link's own token is behind # and must outlive a reload.
    await there.page.reload();
    await there.page.getByLabel('Código').fill(await codeFor(phone, begun));
    await there.page.getByRole('button', { name: 'Aceptar y entrar' }).waitFor();
    if (looked) await look(there.page, 'join-accept');
    return there;
  }
}
