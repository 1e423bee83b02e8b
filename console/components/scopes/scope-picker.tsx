'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Select } from '#components/ui/input.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { ScopeBadges } from './scope-badges.tsx';
import { LEVELS, scopesOf, useNouns, useScopeWords, type Choice, type Level } from './scopes.ts';

const ALL = 100;

interface ScopePickerProps {
  readonly value: Choice;
  readonly onChange: (value: Choice) => void;
  readonly error?: string | undefined;
}

/** How far something may go, thing by thing. Only what the reader may do is offered: nobody gives what isn't theirs. */
export function ScopePicker({ value, onChange, error }: ScopePickerProps) {
  const t = useTranslations('scopes');
  const { nounWord } = useScopeWords();
  const { query, nouns } = useNouns();
  const choose = (noun: string, level: string): void => {
    const { [noun]: _before, ...rest } = value;
    onChange(level === '' ? rest : { ...rest, [noun]: level as Level });
  };
  const sorted = [...nouns].toSorted(([a], [b]) => nounWord(a).localeCompare(nounWord(b)));
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('title')}</legend>
      {query.error && !query.data && <ProblemNote error={query.error} retry={query.refetch} />}
      <div className="max-h-72 overflow-y-auto rounded-md border">
        {!query.data && !query.error && <SkeletonRows rows={5} />}
        <ul className="divide-y">
          {sorted.map(([noun, levels]) => (
            <li key={noun}>
              <label className="flex items-center justify-between gap-3 py-1 pr-1.5 pl-3">
                <span className="min-w-0 break-words">{nounWord(noun)}</span>
                <span className="w-44 shrink-0">
                  <Select value={value[noun] ?? ''} onChange={(event) => choose(noun, event.target.value)}>
                    <option value="">{t('none')}</option>
                    {LEVELS.filter((level) => levels.has(level)).map((level) => (
                      <option key={level} value={level}>
                        {t(`levels.${level}`)}
                      </option>
                    ))}
                  </Select>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      <ScopeBadges scopes={scopesOf(value)} most={ALL} />
      <p aria-live="polite" className="text-[13px] text-destructive">
        {error}
      </p>
    </fieldset>
  );
}
