'use client';

import { useTranslations } from 'use-intl';
import { Ago } from '#components/data/time.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useEventWords } from '#lib/i18n/event-words.ts';
import { useMay } from '#lib/session/session.tsx';

type Entry = Row<'/contacts/{id}/timeline'>;

export function TimelineEntry({ entry }: { entry: Entry }) {
  const words = useEventWords();
  const may = useMay();
  const { mergeId, undoneAt } = entry.data;
  return (
    <li className="relative border-l pb-4 pl-5 last:pb-0">
      <span
        aria-hidden
        className="absolute top-1.5 -left-[5px] size-2.5 rounded-full border-2 border-card bg-primary"
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="font-medium">{words(entry.kind)}</p>
        <p className="text-[13px] text-muted-foreground">
          <Ago at={entry.at} />
        </p>
      </div>
      <Detail entry={entry} />
      {isText(mergeId) && !isText(undoneAt) && may('contacts:destroy') && <Unmerge id={mergeId} />}
    </li>
  );
}

function Unmerge({ id }: { id: string }) {
  const t = useTranslations('duplicates');
  const undo = useApiMutation('post', '/contact-merges/{id}/undo', {
    invalidates: ['/contacts'],
    onSuccess: () => toast.done(t('undone')),
  });
  return (
    <div className="mt-1.5 grid justify-items-start gap-2">
      <Button
        variant="outline"
        size="sm"
        busy={undo.isPending}
        onClick={() => undo.mutate({ path: { id }, body: {} })}
      >
        {t('split')}
      </Button>
      <ProblemNote error={undo.error} />
    </div>
  );
}

/** What was said, where something was said. */
function Detail({ entry }: { entry: Entry }) {
  const text = ['message', 'text', 'evidence', 'purpose'].map((key) => entry.data[key]).find(isText);
  return text === undefined ? null : <p className="mt-0.5 break-words text-muted-foreground">{text}</p>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
