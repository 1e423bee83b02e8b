/**
 * Walks through the console in a real Chromium, on a phone and at a desk, against the installation of SMARTEROS_HOME:
 * `node console/e2e/run.ts [--pictures FOLDER] [--language en]`. Each page is looked at by axe in both themes; its own complaints (errors,
 * refusals of the policy) fail the walk. With `--engines URL`, the areas that engines answer for instead: URL is what
 * test/console/engines.ts says. Add your area's pages to pages.ts and its deeds to everyday.ts.
 */
import { parseArgs } from 'node:util';
import { LANGUAGES, openBrowser, SIZES, speak, type Size } from './browser.ts';
import { walkEngines } from './engine-steps.ts';
import { everyday } from './everyday.ts';
import { baseUrl } from './installation.ts';
import { walk, type Walk } from './walk.ts';

const { values } = parseArgs({
  options: {
    pictures: { type: 'string' },
    engines: { type: 'string' },
    size: { type: 'string' },
    language: { type: 'string', default: 'es' },
  },
});
const { pictures, engines: control } = values;
const base = baseUrl();
speak(LANGUAGES.find((one) => one === values.language) ?? 'es');
const deeds = control === undefined ? everyday : (one: Walk): Promise<void> => walkEngines(one, control);
const failures: string[] = [];
const browser = await openBrowser();
try {
  for (const size of Object.keys(SIZES) as Size[])
    if (values.size === undefined || values.size === size)
      failures.push(...(await walk({ browser, base, size, pictures }, deeds)));
} finally {
  await browser.close();
}
for (const failure of failures) console.log(`✖ ${failure}`);
console.log(failures.length === 0 ? '1 passed, 0 failed' : `0 passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
