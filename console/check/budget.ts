/** What a page's first visit costs: its scripts, packed with gzip. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of each page; a browser that is new enough for us leaves out what is marked noModule. */
export const BUDGET_KB = 200;

function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*\ssrc="\/app\/([^"?]+)[^"]*"[^>]*>/g)];
  return [...new Set(tags.filter(([tag]) => !/\bnomodule\b/i.test(tag)).map(([, path]) => path!))];
}

export interface Weight {
  readonly page: string;
  readonly kilobytes: number;
}

/** `out`: what the build gave. */
export function weigh(out: string): Weight[] {
  const sizes = new Map<string, number>();
  const size = (path: string): number => {
    if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(join(out, path))).length);
    return sizes.get(path)!;
  };
  return globSync(join(out, '**/*.html')).map((path) => ({
    page: relative(out, path),
    kilobytes:
      Math.round(scriptsOf(readFileSync(path, 'utf8')).reduce((sum, one) => sum + size(one), 0) / 100) / 10,
  }));
}
