/**
 * Makes what is derived from the migrations: the row types for the compiler and the database's reference page.
 * `node test/db/generate.ts` writes them, `--check` only tells whether they still fit.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDatabase } from '#test/harness/cluster.ts';
import { readCatalog } from './catalog.ts';
import { renderReference } from './reference.ts';
import { renderTypes } from './types.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** Path in the project → what belongs there. */
async function generate(): Promise<Record<string, string>> {
  const database = await createDatabase();
  try {
    const catalog = await readCatalog(database.url);
    return {
      'src/platform/db/types.ts': renderTypes(catalog),
      'docs/reference/database.md': renderReference(catalog),
    };
  } finally {
    await database.drop();
  }
}

/** One line per file that no longer fits the migrations. */
export async function drift(): Promise<string[]> {
  const files = Object.entries(await generate());
  const stale = files.filter(([path, text]) => {
    const file = join(PROJECT, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  return stale.map(([path]) => `${path} doesn’t fit the migrations: run node test/db/generate.ts`);
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const found = await drift();
    for (const line of found) console.error(line);
    process.exitCode = found.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of Object.entries(await generate())) {
      mkdirSync(join(PROJECT, dirname(path)), { recursive: true });
      writeFileSync(join(PROJECT, path), text);
    }
  }
}
