import type { Language } from '#core/errors.ts';
import { markup, Html } from './html.ts';
import { STYLE, STYLE_HASH } from './style.ts';

interface PolicyOptions {
  /** Where the page's forms, and the redirects that follow them, may lead beside here. */
  readonly formTargets?: readonly string[];
  /** True for a page with a script file of ours. */
  readonly script?: boolean;
}

/** Nothing from elsewhere, no script but our file, never inside another page. */
export function pageHeaders({ formTargets = [], script = false }: PolicyOptions = {}): Record<
  string,
  string
> {
  const policy = [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    // Without a referrer at all, browsers would send our own forms as from nowhere.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** A whole page. The style is markup of our own, so it goes in as it is, to the letter: the policy knows its hash. */
export function page(language: Language, title: string, body: Html, script?: string): string {
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · SmarterOS</title>
        <style>${new Html(STYLE)}</style>
        ${script === undefined ? '' : markup`<script src="${script}" defer></script>`}
      </head>
      <body>
        <main>
          <p class="brand">SmarterOS</p>
          ${body}
        </main>
      </body>
    </html> `.text;
}
