'use client';

import { Columns3 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface ChooseColumnsProps {
  readonly fields: readonly { readonly name: string; readonly title: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

/** Ticked from what the model has, or typed as Odoo names them. */
export function ChooseColumns({ fields, chosen, onChange }: ChooseColumnsProps) {
  const t = useTranslations('erp');
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = String(data.get('typed') ?? '').split(/[\s,]+/);
    const ticked = data.getAll('column').map(String);
    // Those that stay keep their order.
    const all = new Set([...chosen.filter((name) => ticked.includes(name)), ...ticked, ...typed]);
    onChange([...all].filter(Boolean));
    setOpen(false);
  };
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Columns3 aria-hidden />
        {t('columns')}
      </Button>
      <Dialog side open={open} onClose={() => setOpen(false)} title={t('columns')}>
        <form className="grid gap-4" onSubmit={submit}>
          <Field label={t('typed')} hint={t('typedHint')}>
            {(control) => <Input {...control} name="typed" autoComplete="off" spellCheck={false} />}
          </Field>
          <FormActions onCancel={() => setOpen(false)}>{t('apply')}</FormActions>
          <fieldset className="grid gap-1">
            <legend className="pb-1.5 text-sm font-medium">{t('shown')}</legend>
            {fields.map(({ name, title }) => (
              <label key={name} className="flex min-h-9 items-center gap-3 rounded-sm px-1 hover:bg-muted">
                <input
                  type="checkbox"
                  name="column"
                  value={name}
                  defaultChecked={chosen.includes(name)}
                  className="size-4 accent-primary"
                />
                <span className="min-w-0 break-words">
                  {title} <span className="text-[13px] text-muted-foreground">{name}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </form>
      </Dialog>
    </>
  );
}
