/** Is the document well made, and does the client fit it? `node test/openapi/run.ts` */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isClientFresh, projectDocument } from './generate.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const LINT_LIMIT_MS = 120_000;

/** Findings of Spectral, one a line; it takes a file, so the document gets a temporary one. */
function lint(document: object): { ok: boolean; report: string } {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document, null, 2));
    const spectral = at('node_modules/@stoplight/spectral-cli/dist/index.js');
    const options = [
      'lint',
      '--ruleset',
      at('.spectral.yaml'),
      '--fail-severity',
      'hint',
      '--format',
      'text',
      file,
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, [spectral, ...options], {
      encoding: 'utf8',
      timeout: LINT_LIMIT_MS,
    });
    return { ok: status === 0, report: `${stdout}${stderr}`.replaceAll(file, 'openapi.json').trim() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const document = projectDocument();
const operations = Object.values((document as { paths: Record<string, object> }).paths).flatMap(
  Object.keys,
).length;
const { ok, report } = lint(document);
console.log(ok ? `document: ${operations} operations, no findings` : report);
const isFresh = await isClientFresh(document);
console.log(isFresh ? 'client: fits' : 'client: stale, run node test/openapi/generate.ts');
if (!ok || !isFresh) process.exitCode = 1;
