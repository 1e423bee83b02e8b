import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

let version: string | undefined;

/** The installed version, so that the bundle's address changes with it. Read once, when somebody first asks. */
export function scalarVersion(): string {
  if (version === undefined) {
    const manifest = new URL('../package.json', import.meta.resolve('@scalar/fastify-api-reference'));
    ({ version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string });
  }
  return version;
}

/**
 * Scalar's browser bundle, gzipped. Its package hands the bundle out only through a Fastify plugin, and loading that
 * one here would hold some 70 MB for ever: a process of its own asks for it and ends.
 */
export async function scalarBundle(): Promise<Buffer> {
  const script = fileURLToPath(new URL('scalar-bundle.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [script], {
    encoding: 'buffer',
    maxBuffer: MAX_BUNDLE_BYTES,
    timeout: TIMEOUT_MS,
  });
  return stdout;
}
