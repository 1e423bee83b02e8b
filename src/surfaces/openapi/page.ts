import { createHash } from 'node:crypto';

/**
 * How Scalar starts. Everything that would talk to somebody else is off (the page's policy would stop it as well), and
 * tried requests go to where the page came from, whatever the document says about the public address.
 */
const START = `Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  servers: [{ url: location.origin }],
  authentication: { preferredSecurityScheme: 'apiKey' },
  persistAuth: false,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'direct',
  modelsSectionLabel: 'Schemas',
  orderSchemaPropertiesBy: 'preserve',
})`;

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0f172a"/>' +
    '<path d="M10.7 5.2C10 4.4 9 4 8 4 6.5 4 5.3 4.8 5.3 6c0 2.8 5.5 1.3 5.5 4.1C10.8 11.3 9.6 12 8 12c-1.2 0-2.2-.4-2.9-1.2" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/></svg>',
)}`;

/** Scripts only from here or by hash. Scalar writes style attributes as it goes, so styles can't be held as tightly. */
export const POLICY = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(START).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const page = (scriptUrl: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SmarterOS API</title>
<link rel="icon" href="${ICON}">
</head>
<body>
<div id="reference"></div>
<noscript>This page needs JavaScript. The same facts for programs: <a href="/openapi.json">openapi.json</a></noscript>
<script src="${scriptUrl}"></script>
<script>${START}</script>
</body>
</html>
`;
