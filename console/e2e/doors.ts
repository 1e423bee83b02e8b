import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { visit } from './browser.ts';

const LOAD_MS = 1_500;

/** What a page of ours must say of itself, and what it must not. */
export async function policies(base: string, paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const { headers } = await fetch(base + path, { redirect: 'manual' });
      const policy = headers.get('content-security-policy') ?? '';
      const wrong = [
        policy === '' && 'no policy',
        /unsafe-(?:inline|eval|hashes)|wasm-unsafe/.test(policy) && `the policy is weak: ${policy}`,
        !policy.includes("default-src 'none'") && 'the policy allows what it doesn’t name',
        !/frame-ancestors '(?:none|self)'/.test(policy) && 'anybody may frame it',
        headers.get('x-content-type-options') !== 'nosniff' && 'its kind may be guessed',
      ].filter((one) => one !== false);
      return wrong.map((one) => `${path}: ${one}`);
    }),
  );
  return found.flat();
}

/** A page of somebody else's holds ours in frames: the browser shows none of them. */
export async function framed(browser: Browser, base: string, paths: readonly string[]): Promise<string[]> {
  const server = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(paths.map((path) => `<iframe src="${base}${path}"></iframe>`).join('')),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { page, context } = await visit(browser, 'desktop');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForTimeout(LOAD_MS);
  const frames = page.frames().slice(1);
  const shown = frames.filter((frame) => !frame.url().startsWith('chrome-error:'));
  await context.close();
  server.close();
  return [
    ...(frames.length === paths.length ? [] : ['there are no frames to look at']),
    ...shown.map((frame) => `${frame.url()} can be framed by another site`),
  ];
}

/** Chromium's own opinion, and what is there when the network isn't. */
export async function installable(browser: Browser, base: string): Promise<string[]> {
  const failures: string[] = [];
  const { page, context } = await visit(browser, 'phone');
  await page.goto(`${base}/app/login`);
  const cdp = await context.newCDPSession(page);
  // A window without traces is told apart; all else must be right.
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  for (const { errorId } of installabilityErrors)
    if (errorId !== 'in-incognito') failures.push(`it can’t be installed: ${errorId}`);
  const { errors } = await cdp.send('Page.getAppManifest');
  failures.push(...errors.map(({ message }) => `the manifest: ${message}`));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.goto(`${base}/app/contacts`);
  await page.getByText('Sin conexión').waitFor();
  await context.setOffline(false);
  await page.getByLabel('Su celular').waitFor();
  const kept = await page.evaluate(async () => (await caches.keys()).length);
  if (kept > 0) failures.push('the service worker keeps something');
  await context.close();
  return failures;
}
