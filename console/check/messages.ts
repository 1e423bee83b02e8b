/**
 * What people read: every language has the same messages, each is used, and no word stands in a page by itself. The compiler
 * finds messages that are missing in Spanish; this finds the rest.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');
const PAGES = '{app,areas,components,lib}/**/*.{ts,tsx}';
/** Attributes that are read out or shown. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label']);
/** Names that are the same everywhere, and samples of numbers. */
const NO_WORDS = /^(?:[^\p{L}]*|SmarterOS|RUT|Esc|\.\/smarteros.*)$/u;

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree, prefix: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );

function messagesOf(language: string): Map<string, string> {
  const files = globSync(`messages/${language}/*.json`, { cwd: ROOT });
  return new Map(
    files.flatMap((file) =>
      flatten(
        JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Tree,
        basename(file) === 'shared.json' ? '' : `${basename(file, '.json')}.`,
      ),
    ),
  );
}

/** Outside of plurals and choices: what stands inside them is said in each language's own way. */
function argumentsOf(text: string): Set<string> {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '{' && depth === 0) names.add(/^\w*/.exec(text.slice(index + 1))![0]);
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
  }
  return names;
}

function comparisons(es: Map<string, string>, en: Map<string, string>): string[] {
  return [
    ...[...es.keys()].filter((key) => !en.has(key)).map((key) => `messages/en: ${key} is missing`),
    ...[...en.keys()].filter((key) => !es.has(key)).map((key) => `messages/es: ${key} is missing`),
    ...[...es].flatMap(([key, text]) => {
      const other = en.get(key);
      return other === undefined || argumentsOf(text).symmetricDifference(argumentsOf(other)).size === 0
        ? []
        : [`${key}: the languages name different values`];
    }),
  ];
}

interface Read {
  readonly findings: string[];
  /** Whole keys and, where a part is only known when it runs, patterns. */
  readonly used: RegExp[];
}

const quote = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function read(path: string): Read {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const findings: string[] = [];
  const used: RegExp[] = [];
  const spaces = new Set<string>(['']);
  const at = (node: ts.Node): string =>
    `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const hardCoded = (node: ts.Node, text: string): void => {
    if (!NO_WORDS.test(text.trim())) findings.push(`${at(node)}: “${text.trim()}” belongs into messages/`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) hardCoded(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteral(node.expression) &&
      !ts.isJsxAttribute(node.parent)
    )
      hardCoded(node, node.expression.text);
    if (
      ts.isJsxAttribute(node) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      SPOKEN.has(node.name.getText())
    )
      hardCoded(node, node.initializer.text);
    if (ts.isCallExpression(node) && node.expression.getText() === 'useTranslations') {
      const [space] = node.arguments;
      spaces.add(space && ts.isStringLiteral(space) ? `${space.text}.` : '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const note = (node: ts.Node): void => {
    const pattern =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
        ? quote(node.text)
        : ts.isTemplateExpression(node)
          ? quote(node.head.text) + node.templateSpans.map((span) => `.+${quote(span.literal.text)}`).join('')
          : undefined;
    if (pattern !== undefined && pattern !== '' && pattern !== '.+')
      for (const space of spaces) used.push(new RegExp(`^${quote(space)}${pattern}$`));
    ts.forEachChild(node, note);
  };
  note(source);
  // Named by their kinds, which come from the API.
  if (path.endsWith('proof-form.tsx')) used.push(/^proof\.(?:totp|recovery|code|password)$/);
  if (path.endsWith('offline/page.ts')) used.push(/^offline\./);
  if (path.endsWith('event-words.ts')) used.push(/^events\./);
  return { findings, used };
}

/** A line for each thing that is wrong. */
export function messageFindings(): string[] {
  const es = messagesOf('es');
  const files = globSync(PAGES, { cwd: ROOT }).map(read);
  const used = files.flatMap((file) => file.used);
  return [
    ...comparisons(es, messagesOf('en')),
    ...files.flatMap(({ findings }) => findings),
    ...[...es.keys()]
      .filter((key) => !used.some((pattern) => pattern.test(key)))
      .map((key) => `messages/es: nobody uses ${key}`),
  ];
}
