'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Check } from '#components/ui/check.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import { useSession } from '#lib/session/session.tsx';
import { holds } from '#lib/session/scopes.ts';

interface EventPickerProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Everything, or the events that are ticked; patterns that an API client wrote are kept as they are. */
export function EventPicker({ value, onChange, error }: EventPickerProps) {
  const t = useTranslations('webhooks');
  const words = useEventWords();
  const { company } = useSession();
  const { data, error: failed, refetch } = useApi('/events/types', {});
  const all = value.includes('*');
  const types = (data?.data ?? []).filter(({ scope }) => holds(company?.scopes ?? [], scope));
  const patterns = value.filter((one) => one.endsWith('.*'));
  const flip = (name: string, on: boolean): void =>
    onChange(on ? [...value, name] : value.filter((one) => one !== name));
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('events')}</legend>
      <Check
        label={t('allEvents')}
        checked={all}
        onChange={({ target }) => onChange(target.checked ? ['*'] : [])}
      />
      {failed && !data && <ProblemNote error={failed} retry={refetch} />}
      {!all && (
        <div className="max-h-72 overflow-y-auto rounded-md border px-3 py-1">
          {!data && !failed && <SkeletonRows rows={5} />}
          {[...patterns.map((name) => ({ name })), ...types].map(({ name }) => (
            <Check
              key={name}
              label={words(name)}
              hint={words(name) === name ? undefined : name}
              checked={value.includes(name)}
              onChange={({ target }) => flip(name, target.checked)}
            />
          ))}
        </div>
      )}
      <p aria-live="polite" className="text-[13px] text-destructive">
        {error}
      </p>
    </fieldset>
  );
}
