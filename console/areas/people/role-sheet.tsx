'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ScopePicker } from '#components/scopes/scope-picker.tsx';
import { choiceOf, scopesOf, type Choice } from '#components/scopes/scopes.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useMay } from '#lib/session/session.tsx';
import type { Role } from './roles-tab.tsx';

const CHANGES = ['/roles', '/members'];

/** A role of the company's own: made, changed, removed. */
export function RoleSheet({ role, onClose }: { role: Role | undefined; onClose: () => void }) {
  const t = useTranslations('people');
  const may = useMay();
  const [choice, setChoice] = useState<Choice>(choiceOf(role?.scopes ?? ['contacts:read']));
  const [ending, setEnding] = useState(false);
  const saved = ({ name }: Role): void => {
    toast.done(t('roleSaved', { name }));
    onClose();
  };
  const create = useApiMutation('post', '/roles', { invalidates: CHANGES, onSuccess: saved });
  const update = useApiMutation('patch', '/roles/{id}', { invalidates: CHANGES, onSuccess: saved });
  const remove = useApiMutation('delete', '/roles/{id}', {
    invalidates: CHANGES,
    onSuccess: ({ name }) => {
      toast.done(t('roleGone', { name }));
      onClose();
    },
  });
  const { error, isPending } = role ? update : create;
  const errors = fieldsOf(error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { name: textOf(event.currentTarget, 'name'), scopes: scopesOf(choice) };
    if (role) update.mutate({ path: { id: role.id }, body, version: role.version });
    else create.mutate({ body });
  };
  if (role && ending)
    return (
      <Confirm
        title={t('roleRemoveTitle', { name: role.name })}
        consequence={t('roleRemoveText')}
        action={t('roleRemove')}
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setEnding(false)}
        onConfirm={() => remove.mutate({ path: { id: role.id }, version: role.version })}
      />
    );
  return (
    <Dialog side open onClose={onClose} title={role ? role.name : t('newRole')} description={t('roleText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('name')} error={errors['name']}>
          {(control) => (
            <Input {...control} name="name" required autoComplete="off" defaultValue={role?.name} />
          )}
        </Field>
        <ScopePicker value={choice} onChange={setChoice} error={errors['scopes']} />
        <ProblemNote error={error} />
        <DialogActions>
          {role && may('roles:destroy') && (
            <Button variant="ghost" className="sm:mr-auto" onClick={() => setEnding(true)}>
              {t('roleRemove')}
            </Button>
          )}
          <Button variant="outline" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" busy={isPending} disabled={Object.keys(choice).length === 0}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
