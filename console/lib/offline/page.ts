import en from '#messages/en/offline.json';
import es from '#messages/es/offline.json';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly again: string;
}

const STYLE = `:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:24px;font:15px/1.5 system-ui,sans-serif;background:#fafafb;color:#1c2024}
main{max-width:24rem;text-align:center}svg{color:#60646c}h1{margin:16px 0 8px;font-size:20px}p{margin:0 0 24px;color:#60646c}
a{display:inline-grid;place-items:center;height:40px;padding:0 16px;border-radius:8px;background:#2f5bd0;color:#fff;font-weight:500;text-decoration:none}
a:focus-visible{outline:2px solid #2f5bd0;outline-offset:2px}
@media (prefers-color-scheme:dark){body{background:#101216;color:#edeef0}p,svg{color:#b0b4ba}}`;
/** Looks again by itself: a connection, or a server that starts anew, is there some moments after it is said to be. */
const SCRIPT = `const look=()=>fetch('/app/sw.js',{method:'HEAD',cache:'no-store'}).then(({ok})=>ok&&location.reload(),()=>0);addEventListener('online',look);setInterval(look,4000)`;

const html = (language: string, { title, text, again }: Words): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>SmarterOS</title><style>${STYLE}</style><script>${SCRIPT}</script></head><body><main><svg width="40" height="40" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 20h.01M8.5 16.43a5 5 0 0 1 7 0M5 12.86a10 10 0 0 1 5.17-2.69M19 12.86a10 10 0 0 0-2-1.52M2 8.82a15 15 0 0 1 4.17-2.65M22 8.82a15 15 0 0 0-11.29-3.76M2 2l20 20"/></svg><h1>${title}</h1><p>${text}</p><a href="">${again}</a></main></body></html>`;

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}

/** What stands where a page would, while there is no network; complete, since nothing more can be fetched. */
export async function offlinePages(): Promise<{
  readonly policy: string;
  readonly pages: Readonly<Record<'es' | 'en', string>>;
}> {
  const [style, script] = await Promise.all([hashOf(STYLE), hashOf(SCRIPT)]);
  return {
    policy: `default-src 'none'; style-src ${style}; script-src ${script}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    pages: { es: html('es-CL', es), en: html('en', en) },
  };
}
