import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';

type Tree = { readonly [key: string]: string | Tree };
/** What stands for whatever a message is told. */
const ANY = '\0';
const MESSAGES = join(import.meta.dirname, '../messages');

const flatten = (tree: Tree, prefix: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );

const messagesOf = (language: string): Map<string, string> =>
  new Map(
    globSync('*.json', { cwd: join(MESSAGES, language) }).flatMap((file) =>
      flatten(
        JSON.parse(readFileSync(join(MESSAGES, language, file), 'utf8')) as Tree,
        `${basename(file, '.json')}.`,
      ),
    ),
  );

/** Where the brace that opens at `from` is closed. */
function closes(text: string, from: number): number {
  for (let depth = 0, at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

/** All that a message may say: each way of its plurals and choices, ANY for what it is told. */
function ways(text: string): string[] {
  const open = text.indexOf('{');
  if (open < 0) return [text];
  const end = closes(text, open);
  const inner = text.slice(open + 1, end);
  const choices: string[] = [];
  for (let at = inner.indexOf('{'); at >= 0;) {
    const last = closes(inner, at);
    choices.push(...ways(inner.slice(at + 1, last).replaceAll('#', ANY)));
    at = inner.indexOf('{', last);
  }
  const rests = ways(text.slice(end + 1));
  return (choices.length > 0 ? choices : [ANY]).flatMap((middle) =>
    rests.map((rest) => text.slice(0, open) + middle + rest),
  );
}

const plain = (text: string): string => text.replace(/<\/?\w+>/g, '').toLowerCase();

/** How well a Spanish message fits what a step looks for: 3 says just that, 2 begins with it, 1 holds it, 0 doesn't. */
function fits(wanted: string, way: string): number {
  if (way === wanted) return 3;
  if (way.replaceAll(ANY, '').trim().length < 3) return 0;
  if (way.startsWith(wanted)) return 2;
  if (way.includes(wanted)) return 1;
  const pieces = way.split(ANY).map((piece) => RegExp.escape(piece));
  if (pieces.length > 1 && new RegExp(pieces.join('.+')).test(wanted)) return 1;
  // With a number that the page has put in.
  const parts = wanted.split(/\d+/).map((part) => part.trim());
  const words = parts.filter((part) => part.length > 3);
  const telling = parts.length > 1 && words.join('').length > 9;
  return telling && words.every((part) => way.includes(part)) ? 1 : 0;
}

const SPANISH = [...messagesOf('es')].map(([key, text]) => [key, ways(plain(text))] as const);
const ENGLISH = messagesOf('en');

/** What a page says in English where it says `spanish` otherwise; nothing for what isn't ours, as people's names. */
function englishFor(spanish: string): string[] {
  const wanted = spanish.toLowerCase();
  const found = SPANISH.map(
    ([key, all]) => [key, Math.max(...all.map((way) => fits(wanted, way)))] as const,
  ).filter(([, fit]) => fit > 0);
  const best = Math.max(...found.map(([, fit]) => fit));
  return found.filter(([, fit]) => fit === best).flatMap(([key]) => ways(plain(ENGLISH.get(key)!)));
}

function pattern(spanish: string, exact = false): RegExp | string {
  const all = englishFor(spanish);
  if (all.length === 0) return spanish;
  const either = [...new Set([...all, spanish.toLowerCase()])].map((text) =>
    text
      .split(ANY)
      .map((piece) => RegExp.escape(piece).replaceAll('\\x20', '\\s+'))
      .join('.*?'),
  );
  return new RegExp(exact ? `^(?:${either.join('|')})$` : either.join('|'), 'i');
}

type Any = (...all: unknown[]) => unknown;
interface Options {
  exact?: boolean;
  name?: unknown;
  hasText?: unknown;
}
/** What a step looks for, be it a string or an expression of words alone. */
function worded(words: unknown, exact?: boolean): unknown {
  if (typeof words === 'string') return pattern(words, exact);
  return words instanceof RegExp && WORDS.test(words.source)
    ? pattern(words.source.replace(/^\^/, '').replaceAll('\\d+', '5'))
    : words;
}
const WORDS = /^\^?(?:[\p{L} ]|\\d\+)+$/u;

/** From now on steps that name Spanish words find the English ones, by the messages that both stand in. */
export function readEnglish(page: Page): void {
  for (const one of [page, page.locator('html')] as object[]) {
    const kind = Object.getPrototypeOf(one) as Record<string, Any> & { english?: true };
    if (kind.english) continue;
    Object.defineProperty(kind, 'english', { value: true });
    const change = (name: string, how: (given: unknown[]) => unknown[]): void => {
      const was = kind[name];
      if (was)
        kind[name] = function (this: unknown, ...all) {
          return was.apply(this, how(all));
        };
    };
    for (const name of ['getByText', 'getByLabel', 'getByPlaceholder'])
      change(name, ([words, options]) => [worded(words, (options as Options)?.exact), options]);
    change('getByRole', ([role, options]) => {
      const { name, ...others } = (options ?? {}) as Options;
      return [role, { ...others, ...(name !== undefined && { name: worded(name, others.exact) }) }];
    });
    change('filter', ([options]) => {
      const { hasText, ...others } = options as Options;
      return [{ ...others, ...(hasText !== undefined && { hasText: worded(hasText) }) }];
    });
    change('selectOption', ([option, ...others]) => {
      const [label] = typeof option === 'string' ? englishFor(option) : [];
      const words = label && [...ENGLISH.values()].find((text) => plain(text) === label);
      return [words ? { label: words } : option, ...others];
    });
  }
}
