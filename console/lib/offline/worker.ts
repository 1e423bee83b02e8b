import type { offlinePages } from './page.ts';

/**
 * The service worker. It keeps nothing: neither files (their names change with their content, and the browser has them)
 * nor answers of the API. Its only work is a page of its own where a page can't be fetched, so there is nothing in it that
 * could be stale, or be left behind by an upgrade. What is asked for by pages doesn't pass through it where the browser
 * can be told so; frames never do.
 */
export function workerSource({ policy, pages }: Awaited<ReturnType<typeof offlinePages>>): string {
  return `'use strict';
const PAGES = ${JSON.stringify(pages)};
const HEADERS = ${JSON.stringify({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  })};
const offline = () =>
  new Response(PAGES[navigator.language.startsWith('en') ? 'en' : 'es'], { status: 503, headers: HEADERS });

async function pageOf(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return offline();
  }
}

addEventListener('install', (event) => {
  skipWaiting();
  const others = { condition: { not: { requestMode: 'navigate' } }, source: 'network' };
  event.waitUntil(event.addRoutes?.([others]).catch(() => undefined));
});
addEventListener('activate', (event) => event.waitUntil(registration.navigationPreload?.enable()));
addEventListener('fetch', (event) => {
  const { mode, destination, method } = event.request;
  if (mode === 'navigate' && destination === 'document' && method === 'GET') event.respondWith(pageOf(event));
});
`;
}
