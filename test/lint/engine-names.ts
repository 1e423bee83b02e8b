import type { Source } from './tree.ts';

/** Where an engine may be named outside of its folder, and why. Directories end with a slash. */
const ALLOWED: readonly {
  readonly path: string;
  readonly names?: readonly string[];
  readonly why: string;
}[] = [
  { path: 'src/app/engines.ts', why: 'the one list of engines' },
  { path: 'src/app/engine-operations.ts', why: 'the one list of what they answer' },
  { path: 'src/surfaces/openapi/tags.ts', why: 'what each category is about, in one order for all' },
  { path: 'src/surfaces/edge/hosts.ts', why: 'host names that no company may have (PRODUCT §5)' },
  { path: 'src/features/hooks/', why: 'examples are literals that are true in the example tenant' },
  { path: 'src/features/contact-sync/', why: 'the same; and the register of processing names who gets what' },
  { path: 'src/surfaces/mcp/find/words.ts', why: 'what people say, brands included' },
  { path: 'src/features/engines/', why: 'examples are literals that are true in the example tenant' },
  { path: 'src/surfaces/pages/scope-words.ts', why: 'what a scope means, in the words of a page' },
  { path: 'src/core/roles.ts', why: 'the one table of what a role may do' },
  { path: 'src/host/up.ts', why: 'the words of --help' },
  ...['config.ts', 'config-settings.ts'].map((file) => ({
    path: `src/platform/${file}`,
    names: ['vault', 'smtp'],
    why: 'settings: whose tokens are accepted, where secrets are kept, what sends mail',
  })),
  ...[
    'src/core/actor.ts',
    'src/app/api.ts',
    'src/app/secret-store.ts',
    'src/app/vault.ts',
    'src/features/audit/schema.ts',
    'src/features/secrets/',
    'src/platform/engines/secrets.ts',
    'src/surfaces/edge/index.ts',
  ].map((path) => ({
    path,
    names: ['vault'],
    why: 'it is also a store of our own secrets and an issuer of tokens, which is no business of a company',
  })),
];
/** Words that people use for what reaches them, whichever engine carries it. */
const CHANNELS: ReadonlySet<string> = new Set(['whatsapp']);

const ENGINE_FILE = /^src\/engines\/([^/]+)\//;

/** Whole lines and ends of lines; an address in a text has no blank before its slashes. */
const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '');

const allows = (path: string, name: string) =>
  ALLOWED.find(
    (one) =>
      (one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path) &&
      (one.names === undefined || one.names.includes(name)),
  );

/** Engines that something else than their folder speaks of: it should ask for a capability, or for the definition. */
export function engineNames(sources: readonly Source[]): string[] {
  const names = new Set(sources.flatMap(({ path }) => ENGINE_FILE.exec(path)?.[1] ?? []));
  const code = sources.filter(({ path }) => /^src\/.*(?<!\.test|\.fixture)\.ts$/.test(path));
  const used = new Set<object>();
  const found: string[] = [];
  for (const { path, text } of code) {
    const lines = withoutComments(text).split('\n');
    for (const name of names) {
      if (CHANNELS.has(name) || ENGINE_FILE.exec(path)?.[1] === name) continue;
      const word = new RegExp(String.raw`\b${name}\b`, 'i');
      const at = lines.findIndex((line) => word.test(line));
      if (at < 0) continue;
      const allowed = allows(path, name);
      if (allowed) used.add(allowed);
      else
        found.push(
          `${path}:${at + 1}: only src/engines/${name}/ knows ${name}: ask for a capability, or let its definition say it`,
        );
    }
  }
  const there = (place: string): boolean => sources.some(({ path }) => path.startsWith(place));
  for (const one of ALLOWED) {
    if (!used.has(one) && there(one.path))
      found.push(`${one.path}: names no engine any more: take it off the list`);
  }
  return found;
}
