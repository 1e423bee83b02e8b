import { createHash } from 'node:crypto';
import type { Language } from '#core/errors.ts';
import { Html, markup } from '#surfaces/pages/html.ts';

const STYLE = `html,body{height:100%;margin:0}iframe{display:block;width:100%;height:100%;border:0}
p{margin:0;padding:2rem;text-align:center;font:15px/1.5 system-ui,sans-serif;color:#52525b}
@media (prefers-color-scheme:dark){p{color:#d4d4d8}}`;
const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** A page inside one of ours, with one page of somebody else's inside. */
export const framePage = {
  headers: (origin: string | undefined): Record<string, string> => ({
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${STYLE_HASH}`,
      `frame-src ${origin ?? "'none'"}`,
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
    'x-frame-options': 'SAMEORIGIN',
  }),
  html: (language: Language, body: Html): string =>
    markup`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>SmarterOS</title>
          <style>${new Html(STYLE)}</style>
        </head>
        <body>
          ${body}
        </body>
      </html> `.text,
};
