/** Makes the page out of the map: `node test/asvs/generate.ts` writes docs/asvs.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, MAP } from './map.ts';
import { RULES } from './rules.ts';

const PROJECT = join(import.meta.dirname, '../..');
const TARGET = join(PROJECT, 'docs/asvs.md');
const CHAPTERS: Readonly<Record<string, string>> = {
  6: 'V6 Authentication',
  7: 'V7 Session management',
  8: 'V8 Authorization',
  9: 'V9 Self-contained tokens',
  10: 'V10 OAuth and OIDC',
};

/** True when the file holds a test (or group) that is named so, word for word as in its source. */
export function testExists(reference: string): boolean {
  const [file = '', name = ''] = reference.split(' › ');
  const path = join(PROJECT, file);
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
}

export type State = 'kept' | 'not applicable' | 'open';

export function stateOf({ tests = [], awaits = [], page: told, not, open }: Evidence): State {
  if (not !== undefined) return 'not applicable';
  if (open !== undefined || (tests.length + awaits.length === 0 && told === undefined)) return 'open';
  const there =
    [...tests, ...awaits].every(testExists) && (told === undefined || existsSync(join(PROJECT, told)));
  return there ? 'kept' : 'open';
}

function wordsOf({ tests = [], awaits = [], page: told, not, open }: Evidence): string {
  const parts = [not, open, told && `[${told}](../${told})`]
    .filter((part) => part !== undefined)
    .concat(tests.map((test) => `\`${test.replaceAll('`', '')}\``))
    .concat(
      awaits.map((test) => `${testExists(test) ? '' : 'still to come: '}\`${test.replaceAll('`', '')}\``),
    );
  return parts.join('<br>').replaceAll('|', '\\|');
}

/** The page as it should be. */
export function page(): string {
  const states = RULES.map(([rule]) => stateOf(MAP[rule] ?? {}));
  const count = (state: State): number => states.filter((one) => one === state).length;
  const lines = [
    '# OWASP ASVS 5.0.0: authentication, sessions, authorization, tokens, OAuth',
    '',
    `Every rule of level 1 and 2 in chapters V6 to V10: ${count('kept')} kept, ${count('not applicable')} not applicable, ${count('open')} open.`,
    'Made by `node test/asvs/generate.ts` from `test/asvs/map.ts`; `test/asvs.test.ts` fails when a rule or a named test is missing. The',
    'titles are ours; [the standard](https://github.com/OWASP/ASVS) says what counts.',
  ];
  for (const [chapter, title] of Object.entries(CHAPTERS)) {
    lines.push('', `## ${title}`, '', '| rule | L | about | state | why |', '|---|---|---|---|---|');
    for (const [rule, level, about] of RULES) {
      if (!rule.startsWith(`${chapter}.`)) continue;
      const evidence = MAP[rule] ?? {};
      const state = stateOf(evidence);
      const shown = state === 'open' ? '**open**' : state;
      lines.push(`| ${rule} | ${level} | ${about} | ${shown} | ${wordsOf(evidence)} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

export const writtenPage = (): string => (existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : '');

if (import.meta.main) writeFileSync(TARGET, page());
