import type { SiteFile } from '#platform/console-site.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Nothing from elsewhere (what is framed is a page of ours, frame.ts, which says what may stand in it), no script inside a page but those it was built with, never inside another page. */
const policy = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of a file; a page brings its policy along. */
export function siteHeaders(file: SiteFile): Record<string, string> {
  return {
    'content-type': file.type,
    etag: file.etag,
    vary: 'Accept-Encoding',
    // What isn't named by its content is asked about each time, and mostly answered with 304.
    'cache-control': file.immutable ? IMMUTABLE : 'no-cache',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(file.scripts && {
      'content-security-policy': policy(file.scripts),
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    }),
  };
}
