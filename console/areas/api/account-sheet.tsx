'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmByName } from '#components/data/confirm-by-name.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { ScopeBadges } from '#components/scopes/scope-badges.tsx';
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
import { AccountKeys } from './account-keys.tsx';
import type { Account } from './accounts-tab.tsx';
import { KeySheet } from './key-sheet.tsx';

const CHANGES = ['/accounts', '/keys'];

/** One account: its keys, what it may do, and its end. */
export function AccountSheet({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTranslations('api');
  const [step, setStep] = useState<'key' | 'end'>();
  const back = (): void => setStep(undefined);
  if (step === 'key') return <KeySheet account={account} onClose={back} />;
  if (step === 'end') return <End account={account} onClose={back} onEnded={onClose} />;
  const { disabled, scopes, name } = account;
  return (
    <Dialog
      side
      open
      onClose={onClose}
      title={name}
      description={disabled ? t('accountOver') : t('accountText')}
    >
      <div className="grid gap-6">
        <AccountKeys account={account} onNew={() => setStep('key')} />
        {disabled ? (
          <ScopeBadges scopes={scopes} most={scopes.length} />
        ) : (
          <Change account={account} onClose={onClose} onEnd={() => setStep('end')} />
        )}
      </div>
    </Dialog>
  );
}

interface ChangeProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

function Change({ account, onClose, onEnd }: ChangeProps) {
  const t = useTranslations('api');
  const common = useTranslations('common');
  const may = useMay();
  const { id, name, scopes, version } = account;
  const [choice, setChoice] = useState<Choice>(choiceOf(scopes));
  // Not made of nouns, so the choice can't show it.
  const everything = scopes.includes('*');
  const save = useApiMutation('patch', '/accounts/{id}', {
    invalidates: CHANGES,
    onSuccess: (changed) => {
      toast.done(t('accountSaved', { name: changed.name }));
      onClose();
    },
  });
  const errors = fieldsOf(save.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = {
      name: textOf(event.currentTarget, 'name'),
      ...(!everything && { scopes: scopesOf(choice) }),
    };
    save.mutate({ path: { id }, body, version });
  };
  const writes = may('accounts:write');
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      {writes && (
        <>
          <Field label={t('name')} error={errors['name']}>
            {(control) => (
              <Input
                {...control}
                name="name"
                required
                autoComplete="off"
                maxLength={100}
                defaultValue={name}
              />
            )}
          </Field>
          {everything ? (
            <p className="text-[13px] text-muted-foreground">{t('accountAll')}</p>
          ) : (
            <ScopePicker value={choice} onChange={setChoice} error={errors['scopes']} />
          )}
        </>
      )}
      {!writes && <ScopeBadges scopes={scopes} most={scopes.length} />}
      <ProblemNote error={save.error} />
      <DialogActions>
        {may('accounts:destroy') && (
          <Button variant="ghost" className="sm:mr-auto" onClick={onEnd}>
            {t('disable')}
          </Button>
        )}
        <Button variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        {writes && (
          <Button
            type="submit"
            busy={save.isPending}
            disabled={!everything && Object.keys(choice).length === 0}
          >
            {t('saveAccount')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

interface EndProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

function End({ account, onClose, onEnded }: EndProps) {
  const t = useTranslations('api');
  const { id, name, version } = account;
  const disable = useApiMutation('post', '/accounts/{id}/disable', {
    invalidates: CHANGES,
    onSuccess: () => {
      toast.done(t('accountEnded', { name }));
      onEnded();
    },
  });
  return (
    <ConfirmByName
      open
      onClose={onClose}
      title={t('disableTitle', { name })}
      consequence={t('disableText')}
      name={name}
      action={t('disable')}
      busy={disable.isPending}
      error={disable.error}
      onConfirm={() => disable.mutate({ path: { id }, version })}
    />
  );
}
