import { useTranslations } from 'use-intl';
import { useApi } from '#lib/api/use-api.ts';
import { useSession } from '#lib/session/session.tsx';
import { holds } from '#lib/session/scopes.ts';

export const LEVELS = ['read', 'write', 'destroy'] as const;
export type Level = (typeof LEVELS)[number];
/** By noun: how far it may be gone. */
export type Choice = Readonly<Record<string, Level>>;

/** Nouns that no company's scope gives: they are asked for by nobody, or only by owners by their name. */
const LEFT_OUT: ReadonlySet<string> = new Set(['validator']);

/** What there is to allow, as the API has it, with the levels that the reader may give away. */
export function useNouns() {
  const { company } = useSession();
  const query = useApi('/registry.json', {});
  const scopes = query.data?.categories.flatMap(({ tools }) => tools.flatMap((tool) => tool.scopes)) ?? [];
  const nouns = new Map<string, Set<string>>();
  for (const scope of scopes) {
    const [noun = '', level = ''] = scope.split(':');
    if (LEFT_OUT.has(noun) || !holds(company?.scopes ?? [], scope)) continue;
    nouns.set(noun, (nouns.get(noun) ?? new Set()).add(level));
  }
  return { query, nouns };
}

export const scopesOf = (choice: Choice): string[] =>
  Object.entries(choice).map(([noun, level]) => `${noun}:${level}`);

export function choiceOf(scopes: readonly string[]): Choice {
  const choice: Record<string, Level> = {};
  for (const scope of scopes) {
    const [noun = '', level] = scope.split(':') as [string, Level];
    const known = choice[noun];
    if (known === undefined || LEVELS.indexOf(level) > LEVELS.indexOf(known)) choice[noun] = level;
  }
  return choice;
}

/** Scopes in words: "Contactos: ver y cambiar". What we have no word for is called by its name. */
export function useScopeWords() {
  const t = useTranslations('scopes');
  const nounWord = (noun: string): string => {
    const key = `nouns.${noun}` as 'nouns.contacts';
    return t.has(key) ? t(key) : noun;
  };
  const roleWord = (role: string): string => {
    const key = `roles.${role}` as 'roles.owner';
    return t.has(key) ? t(key) : role;
  };
  const scopeWord = (scope: string): string => {
    if (scope === '*') return t('everything');
    const [noun = '', level = 'read'] = scope.split(':') as [string, Level];
    return t('pair', { noun: nounWord(noun), level: t(`levels.${level}`) });
  };
  return { nounWord, roleWord, scopeWord };
}
