'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { SearchField } from '#components/data/search-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { useUrlState } from '#lib/url-state.ts';

const KINDS = ['person', 'key', 'agent', 'operator', 'job', 'grant', 'vault', 'anonymous'] as const;
export const FILTERS = [
  'actorKind',
  'action',
  'since',
  'until',
  'actor',
  'target',
  'operation',
  'requestId',
] as const;
/** Reached by a link out of an entry: shown as what can be taken off. */
const LINKED = ['actor', 'target', 'operation', 'requestId'] as const;

/** The beginning of a day where the reader is; `later` days after. */
export function momentOf(day: string, later = 0): string {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return new Date(0).toISOString();
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

export function AuditFilters() {
  const t = useTranslations('audit');
  const [url, change] = useUrlState(FILTERS);
  const set = (name: (typeof FILTERS)[number]) => (value: string | undefined) =>
    change({ [name]: value, cursor: undefined } as Parameters<typeof change>[0]);
  return (
    <div className="mb-3 grid grid-cols-2 items-center gap-2 md:flex md:flex-wrap">
      <div className="col-span-2">
        <SearchField
          label={t('action')}
          placeholder={t('actionHint')}
          value={url.action}
          onChange={set('action')}
        />
      </div>
      <div className="col-span-2 md:w-44">
        <Select
          aria-label={t('who')}
          value={url.actorKind ?? ''}
          onChange={({ target }) => set('actorKind')(target.value)}
        >
          <option value="">{t('anybody')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="md:w-40">
        <Input
          type="date"
          aria-label={t('since')}
          value={url.since ?? ''}
          onChange={({ target }) => set('since')(target.value)}
        />
      </div>
      <div className="md:w-40">
        <Input
          type="date"
          aria-label={t('until')}
          value={url.until ?? ''}
          onChange={({ target }) => set('until')(target.value)}
        />
      </div>
      {LINKED.map(
        (name) =>
          url[name] !== undefined && (
            <Button key={name} variant="outline" className="max-w-60" onClick={() => set(name)(undefined)}>
              <span className="truncate">{t('only', { what: t(`filter.${name}`), value: url[name] })}</span>
              <X role="img" aria-label={t('clear')} />
            </Button>
          ),
      )}
    </div>
  );
}
