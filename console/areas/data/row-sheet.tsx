'use client';

import { Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { RowField } from './row-field.tsx';
import { columnsOf, keyOf, textOf, valueOf, type DataRow, type Table } from './rows.ts';

interface RowSheetProps {
  readonly table: Table;
  /** The one to change; a new one without. */
  readonly row: DataRow | undefined;
  readonly onClose: () => void;
}

const CHANGES = ['/supabase'];

/** What the form says that is different; columns that hold no such value are named. */
function changesOf(form: HTMLFormElement, table: Table, row: DataRow | undefined) {
  const data = new FormData(form);
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const column of columnsOf(table)) {
    const text = String(data.get(column.name) ?? '');
    // What is left empty in a new row is up to the table.
    if (text === textOf(row?.[column.name])) continue;
    const value = valueOf(column, text);
    if (value === undefined || Number.isNaN(value)) wrong.push(column.name);
    else values[column.name] = value;
  }
  return { values, wrong };
}

export function RowSheet({ table, row, onClose }: RowSheetProps) {
  const t = useTranslations('data');
  const may = useMay();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const done = (words: string) => () => {
    toast.done(words);
    onClose();
  };
  const insert = useApiMutation('post', '/supabase/insert', {
    invalidates: CHANGES,
    onSuccess: done(t('inserted')),
  });
  const update = useApiMutation('post', '/supabase/update', {
    invalidates: CHANGES,
    onSuccess: done(t('updated')),
  });
  const remove = useApiMutation('post', '/supabase/delete', {
    invalidates: CHANGES,
    onSuccess: done(t('deleted')),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = changesOf(event.currentTarget, table, row);
    setWrong(found.wrong);
    if (found.wrong.length > 0) return;
    if (row && Object.keys(found.values).length === 0) return onClose();
    if (row) update.mutate({ body: { table: table.name, filters: keyOf(row), values: found.values } });
    else insert.mutate({ body: { table: table.name, rows: [found.values] } });
  };
  const writes = may('supabase:write');
  return (
    <Dialog side open onClose={onClose} title={row ? t('row') : t('newRow')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        {columnsOf(table).map((column) => (
          <RowField
            key={column.name}
            column={column}
            value={textOf(row?.[column.name])}
            error={wrong.includes(column.name) ? t('wrongValue', { type: column.type }) : undefined}
          />
        ))}
        <ProblemNote error={insert.error ?? update.error} />
        <DialogActions>
          {row && may('supabase:destroy') && (
            <Button variant="outline" className="sm:mr-auto" onClick={() => setAsking(true)}>
              <Trash2 aria-hidden className="text-destructive" />
              {t('delete')}
            </Button>
          )}
          <Button variant="outline" onClick={onClose}>
            {t('cancel')}
          </Button>
          {writes && (
            <Button type="submit" busy={insert.isPending || update.isPending}>
              {t('save')}
            </Button>
          )}
        </DialogActions>
      </form>
      {asking && row && (
        <Confirm
          destructive
          onClose={() => setAsking(false)}
          title={t('deleteTitle')}
          consequence={t('deleteConsequence', { table: table.name })}
          action={t('delete')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ body: { table: table.name, filters: keyOf(row) } })}
        />
      )}
    </Dialog>
  );
}
