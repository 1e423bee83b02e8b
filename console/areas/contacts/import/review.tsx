'use client';

import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApiMutation, usePosted } from '#lib/api/use-api.ts';
import { useDraft } from '#lib/draft.ts';
import { useMay } from '#lib/session/session.tsx';
import { MappingTable } from './mapping-table.tsx';
import { PreviewLines } from './preview-lines.tsx';
import { ReviewSettings } from './review-settings.tsx';
import type { Settings } from './settings.ts';
import type { Import } from './states.ts';

const LINES = 20;
const NO_SETTINGS: Settings = {};
const CHANGES = ['/imports', '/contacts'];

/** Before anything is read in: what each column is, what would come of the first lines, and what to do with doubles. */
export function Review({ of }: { of: Import }) {
  const t = useTranslations('imports');
  const may = useMay();
  const [settings, setSettings] = useDraft<Settings>(`import.${of.id}`, NO_SETTINGS);
  const path = { id: of.id };
  const preview = usePosted(
    '/imports/{id}/preview',
    { path, body: { ...settings, lines: LINES } },
    { keep: true },
  );
  const start = useApiMutation('post', '/imports/{id}/start', { invalidates: CHANGES });
  const cancel = useApiMutation('post', '/imports/{id}/cancel', { invalidates: CHANGES });
  const change = (changes: Settings): void => setSettings({ ...settings, ...changes });
  const { data, error, refetch } = preview;
  const named = data?.columns.some(({ target }) => target === 'name' || target === 'firstName') ?? false;
  const consents = data?.columns.some(({ target }) => target === 'consent') ?? false;
  const ready =
    data !== undefined && (of.format === 'vcard' || named) && (!consents || !!settings.consent?.text);
  return (
    <div className="grid gap-4">
      {error && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && (
        <Card>
          <SkeletonRows rows={8} />
        </Card>
      )}
      {data && (
        <>
          {of.format === 'csv' && <MappingTable preview={data} settings={settings} onChange={change} />}
          <ReviewSettings preview={data} settings={settings} consents={consents} onChange={change} />
          <Card>
            <CardHeader title={t('preview')} />
            <PreviewLines lines={data.lines} />
          </Card>
        </>
      )}
      <ProblemNote error={start.error ?? cancel.error} />
      {may('contacts:write') && (
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:items-center sm:justify-end">
          {data && !ready && (
            <p className="text-[13px] text-muted-foreground sm:mr-auto">
              {named || of.format === 'vcard' ? t('needsConsent') : t('needsName')}
            </p>
          )}
          <Button variant="outline" busy={cancel.isPending} onClick={() => cancel.mutate({ path })}>
            {t('discard')}
          </Button>
          <Button
            disabled={!ready}
            busy={start.isPending}
            onClick={() => start.mutate({ path, body: settings })}
          >
            {t('start')}
          </Button>
        </div>
      )}
    </div>
  );
}
