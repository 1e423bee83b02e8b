import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { SITE_MANIFEST, type SiteFile } from '#platform/console-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  // What Next asks for when somebody follows a link.
  '.txt': 'text/x-component; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
/** Packed already. */
const DENSE = /\.(?:woff2|png|ico)$/;
const IMMUTABLE = '_next/static/';
const SMALL_BYTES = 256;

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64');

/** Sources for script-src: of every script that stands inside the page. */
export function scriptSources(html: string): string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)];
  return [...new Set(inline.map(([, text]) => `'sha256-${digest(text!)}'`))];
}

/** Writes what a build gave, packed, with a list of it all. @throws for a kind of file that we couldn't name */
export function packSite(from: string, to: string): void {
  const files: Record<string, SiteFile> = {};
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const path = relative(from, source);
    const content = readFileSync(source);
    const type = TYPES[extname(path)];
    if (type === undefined) throw new Error(`The console has a file of a kind that is not served: ${path}`);
    const packed = !DENSE.test(path) && content.length >= SMALL_BYTES;
    files[path] = {
      type,
      etag: `"${digest(content).slice(0, 22)}"`,
      packed,
      immutable: path.startsWith(IMMUTABLE),
      ...(path.endsWith('.html') && { scripts: scriptSources(content.toString()) }),
    };
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    if (!packed) continue;
    writeFileSync(`${target}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${target}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    );
  }
  writeFileSync(join(to, SITE_MANIFEST), JSON.stringify(files));
}
