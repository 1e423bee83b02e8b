'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/input.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { nameOf } from './paths.ts';
import { RunAnswer } from './run-answer.tsx';
import { fromJson, fromPairs, isFlat, toPairs, type Pair } from './run-data.ts';
import { RunFields } from './run-fields.tsx';
import type { WorkflowDetails } from './workflow-page.tsx';

interface RunSheetProps {
  readonly workflow: WorkflowDetails;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives a workflow something and shows what it says to it. */
export function RunSheet({ open, ...props }: RunSheetProps) {
  return open ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ workflow, onClose }: Omit<RunSheetProps, 'open'>) {
  const t = useTranslations('workflows');
  const [kind, setKind] = useState<'fields' | 'json'>('fields');
  const [pairs, setPairs] = useState<readonly Pair[]>([{ id: 0, name: '', value: '' }]);
  const [json, setJson] = useState('{}');
  const run = useApiMutation('post', '/n8n/workflows/{id}/execute', { invalidates: ['/n8n/executions'] });
  const data = kind === 'fields' ? fromPairs(pairs) : fromJson(json);
  const switchTo = (next: 'fields' | 'json'): void => {
    if (next === 'json') setJson(JSON.stringify(fromPairs(pairs), null, 2));
    else if (data && isFlat(data)) setPairs(toPairs(data));
    else return;
    setKind(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (data) run.mutate({ path: { id: workflow.id }, body: { data: { ...data } } });
  };
  const wrong = data === undefined ? t('notJson') : undefined;
  return (
    <Dialog
      side
      open
      onClose={onClose}
      title={t('runTitle', { name: nameOf(workflow.name) })}
      description={t('runAbout')}
    >
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <FilterTabs
          label={t('given')}
          value={kind}
          onChange={switchTo}
          options={[
            { value: 'fields', label: t('asFields') },
            { value: 'json', label: t('asJson') },
          ]}
        />
        {kind === 'fields' ? (
          <RunFields pairs={pairs} onChange={setPairs} />
        ) : (
          <Field label={t('given')} hint={t('jsonHint')} error={wrong}>
            {(control) => (
              <Textarea
                {...control}
                look="source"
                spellCheck={false}
                value={json}
                onChange={(event) => setJson(event.target.value)}
              />
            )}
          </Field>
        )}
        <ProblemNote error={run.error} />
        <DialogActions>
          <Button variant="outline" onClick={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" busy={run.isPending} disabled={data === undefined}>
            {t(run.isPending ? 'running' : 'run')}
          </Button>
        </DialogActions>
      </form>
      {run.data && !run.isPending && <RunAnswer run={run.data} />}
    </Dialog>
  );
}
