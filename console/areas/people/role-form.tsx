'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { useScopeWords } from '#components/scopes/scopes.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useMay } from '#lib/session/session.tsx';
import type { Member } from './members-tab.tsx';
import { useRoles } from './role-word.ts';

const CHANGES = ['/members'];
const OWNER = 'owner';

/** Another role. Ownership is an act of its own: only owners give it, and who loses it stays as administrator. */
export function RoleForm({ member, name }: { member: Member; name: string }) {
  const t = useTranslations('people');
  const may = useMay();
  const { roleWord } = useScopeWords();
  const { options } = useRoles();
  const onSuccess = ({ roleName }: Member): void =>
    toast.done(t('isNow', { name, role: roleWord(roleName) }));
  const update = useApiMutation('patch', '/members/{id}', { invalidates: CHANGES, onSuccess });
  const promote = useApiMutation('post', '/owners', { invalidates: CHANGES, onSuccess });
  const demote = useApiMutation('delete', '/owners/{id}', { invalidates: CHANGES, onSuccess });
  const isOwner = member.role === OWNER;
  const error = update.error ?? promote.error ?? demote.error;
  const busy = update.isPending || promote.isPending || demote.isPending;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const role = textOf(event.currentTarget, 'role');
    for (const one of [update, promote, demote]) one.reset();
    if (role === OWNER) promote.mutate({ body: { id: member.id } });
    else if (isOwner) demote.mutate({ path: { id: member.id } });
    else update.mutate({ path: { id: member.id }, body: { role }, version: member.version });
  };
  if (isOwner && !may('ownership:destroy')) return <p className="text-muted-foreground">{t('ownersOnly')}</p>;
  const choices = isOwner ? options.filter(({ value }) => value === 'admin') : options;
  return (
    <form className="grid gap-3 border-t pt-4" onSubmit={submit}>
      <Field
        label={t('changeRole')}
        hint={isOwner ? t('ownerStays') : undefined}
        error={fieldsOf(error)['role']}
      >
        {(control) => (
          <Select key={`${member.role}${options.length}`} {...control} name="role" defaultValue={member.role}>
            {(isOwner || may('ownership:write')) && <option value={OWNER}>{roleWord(OWNER)}</option>}
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ProblemNote error={error} />
      <div>
        <Button type="submit" variant="outline" busy={busy}>
          {t('saveRole')}
        </Button>
      </div>
    </form>
  );
}
