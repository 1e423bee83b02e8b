'use client';

import { Badge } from '#components/ui/badge.tsx';
import { useScopeWords } from './scopes.ts';

/** What somebody or something may do; the first few, and how many more. */
export function ScopeBadges({ scopes, most = 3 }: { scopes: readonly string[]; most?: number }) {
  const { scopeWord } = useScopeWords();
  return (
    <span className="flex flex-wrap gap-1">
      {scopes.slice(0, most).map((scope) => (
        <Badge key={scope} tone={scope === '*' ? 'warning' : 'neutral'}>
          {scopeWord(scope)}
        </Badge>
      ))}
      {scopes.length > most && (
        <Badge>
          <span title={scopes.slice(most).map(scopeWord).join('\n')}>+{scopes.length - most}</span>
        </Badge>
      )}
    </span>
  );
}
