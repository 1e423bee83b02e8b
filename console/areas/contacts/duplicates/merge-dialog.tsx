'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { factOf, FACTS, type Contact, type Fact } from './facts.ts';
import type { Merge } from './merged.tsx';

interface MergeDialogProps {
  readonly pair: Row<'/contacts/duplicates'>;
  readonly onClose: () => void;
  readonly onMerged: (merge: Merge) => void;
}

/** Where both say something, one says which counts; what only one says is kept anyway. The older one stays. */
export function MergeDialog({ pair, onClose, onMerged }: MergeDialogProps) {
  const t = useTranslations('duplicates');
  const [stays, ...others] = pair.contacts as [Contact, ...Contact[]];
  const [choose, setChoose] = useState<Partial<Record<Fact, string>>>({});
  const merge = useApiMutation('post', '/contacts/{id}/merge', {
    invalidates: ['/contacts'],
    onSuccess: onMerged,
  });
  const differing = FACTS.filter((fact) => {
    const said = pair.contacts.map((contact) => factOf(contact, fact)).filter((one) => one !== undefined);
    return new Set(said).size > 1;
  });
  return (
    <Dialog open onClose={onClose} title={t('mergeTitle')} description={t('mergeAbout')}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          merge.mutate({ path: { id: stays.id }, body: { mergeIds: others.map(({ id }) => id), choose } });
        }}
      >
        {differing.length === 0 && <p>{t('nothingToChoose')}</p>}
        {differing.map((fact) => (
          <fieldset key={fact} className="grid gap-2">
            <legend className="pb-1.5 text-sm font-medium">{t(`reasons.${fact}`)}</legend>
            {pair.contacts.map((contact) => {
              const text = factOf(contact, fact);
              return (
                text !== undefined && (
                  <label
                    key={contact.id}
                    className="flex min-h-10 items-center gap-3 rounded-md border px-3 py-2 has-checked:border-primary has-checked:bg-accent"
                  >
                    <input
                      type="radio"
                      name={fact}
                      className="size-4 shrink-0 accent-primary"
                      checked={(choose[fact] ?? stays.id) === contact.id}
                      onChange={() => setChoose({ ...choose, [fact]: contact.id })}
                    />
                    <span className="min-w-0 break-words">{text}</span>
                  </label>
                )
              );
            })}
          </fieldset>
        ))}
        <ProblemNote error={merge.error} />
        <FormActions onCancel={onClose} busy={merge.isPending}>
          {t('merge')}
        </FormActions>
      </form>
    </Dialog>
  );
}
