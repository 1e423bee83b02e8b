'use client';

import { CircleCheck } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { contactHref } from '../paths.ts';

export type Merge = Answer<'/contacts/{id}/merge', 'post'>;

/** What was just done, and the way back. */
export function Merged({ of, onUndone }: { of: Merge; onUndone: () => void }) {
  const t = useTranslations('duplicates');
  const undo = useApiMutation('post', '/contact-merges/{id}/undo', {
    invalidates: ['/contacts'],
    onSuccess: () => {
      toast.done(t('undone'));
      onUndone();
    },
  });
  return (
    <div role="status" className="grid gap-2 rounded-lg bg-success-soft px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
        <p className="min-w-0 flex-1 break-words">
          {t.rich('merged', {
            name: of.contact.name,
            link: (chunks) => (
              <Link href={contactHref(of.contact.id)} className="font-medium underline underline-offset-4">
                {chunks}
              </Link>
            ),
          })}
        </p>
        <Button
          variant="outline"
          size="sm"
          busy={undo.isPending}
          onClick={() => undo.mutate({ path: { id: of.mergeId }, body: {} })}
        >
          {t('undo')}
        </Button>
      </div>
      <ProblemNote error={undo.error} />
    </div>
  );
}
