'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import type { Pair } from './run-data.ts';

interface RunFieldsProps {
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}

/** Names and values: enough for most workflows, without writing JSON. */
export function RunFields({ pairs, onChange }: RunFieldsProps) {
  const t = useTranslations('workflows');
  const edit = (id: number, part: Partial<Pair>): void =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)));
  const add = (): void =>
    onChange([...pairs, { id: Math.max(-1, ...pairs.map(({ id }) => id)) + 1, name: '', value: '' }]);
  return (
    <div role="group" aria-label={t('given')} className="grid justify-items-start gap-2">
      {pairs.map((pair, index) => (
        <div key={pair.id} className="flex w-full items-center gap-2">
          <Input
            aria-label={t('fieldName', { number: index + 1 })}
            placeholder={t('fieldNameHint')}
            value={pair.name}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => edit(pair.id, { name: event.target.value })}
          />
          <Input
            aria-label={t('fieldValue', { number: index + 1 })}
            placeholder={t('fieldValueHint')}
            value={pair.value}
            autoComplete="off"
            onChange={(event) => edit(pair.id, { value: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('removeField', { number: index + 1 })}
            onClick={() => onChange(pairs.filter(({ id }) => id !== pair.id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button variant="ghost" size="sm" onClick={add}>
        <Plus aria-hidden />
        {t('addField')}
      </Button>
    </div>
  );
}
