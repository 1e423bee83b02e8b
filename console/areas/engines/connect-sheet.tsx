'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Engine } from '#components/data/engine-state.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { CONNECT_FORMS, PLAIN, type ConnectField } from './connect-fields.ts';

interface ConnectSheetProps {
  readonly engine: Engine;
  readonly open: boolean;
  readonly onClose: () => void;
}

const NOTHING: readonly ConnectField[] = [];

function valuesOf(form: HTMLFormElement, fields: readonly ConnectField[], kind: ConnectField['in']) {
  const data = new FormData(form);
  return fields
    .filter((field) => field.in === kind)
    .flatMap(({ name, number }) => {
      const value = String(data.get(name) ?? '').trim();
      return value === '' ? [] : [[name, number ? Number(value) : value] as const];
    });
}

/** Connects an instance of the company's own, or changes how it is reached. It is tested before anything is kept. */
export function ConnectSheet({ engine, open, onClose }: ConnectSheetProps) {
  const t = useTranslations('engines');
  const { fields, url } = CONNECT_FORMS[engine.engine] ?? { fields: NOTHING };
  const connect = useApiMutation('post', '/engines/{engine}/connect', {
    invalidates: ['/engines', '/chatwoot', '/n8n'],
    onSuccess: ({ version }) => {
      toast.done(
        version === null
          ? t('connected', { title: engine.title })
          : t('connectedVersion', { title: engine.title, version }),
      );
      close();
    },
  });
  const close = (): void => {
    setMissing(new Set());
    connect.reset();
    onClose();
  };
  const errors = fieldsOf(connect.error);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  // What a connector expects of a field is written for those who call the API.
  const wrongIn = ({ name, in: kind }: ConnectField): string | undefined => {
    if (missing.has(name)) return t('fieldMissing');
    return errors[`${kind}.${name}`] === undefined ? undefined : t('fieldWrong');
  };
  const leaves = engine.shared === true && engine.wanted !== 'absent';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const required = ['url', ...fields.filter(({ optional }) => !optional).map(({ name }) => name)];
    const lacking = required.filter((name) => String(given.get(name) ?? '').trim() === '');
    setMissing(new Set(lacking));
    if (lacking.length > 0) return form.querySelector<HTMLElement>(`[name="${lacking[0]}"]`)?.focus();
    connect.mutate({
      path: { engine: engine.engine },
      body: {
        url: String(given.get('url')).trim(),
        credentials: Object.fromEntries(
          valuesOf(form, fields, 'credentials').map(([name, value]) => [name, String(value)]),
        ),
        settings: Object.fromEntries(valuesOf(form, fields, 'settings')),
        ...(leaves && { replace: true }),
      },
    });
  };
  return (
    <Dialog
      side
      open={open}
      onClose={close}
      title={t('connectTitle', { title: engine.title })}
      description={t('tested')}
    >
      <form className="grid gap-4" onSubmit={submit} noValidate autoComplete="off">
        <Field
          label={t('address')}
          hint={t('addressHint')}
          error={missing.has('url') ? t('fieldMissing') : errors['url']}
        >
          {(control) => (
            <Input
              {...control}
              name="url"
              type="url"
              inputMode="url"
              required
              defaultValue={url}
              placeholder={`https://${engine.engine}.miempresa.cl`}
            />
          )}
        </Field>
        {fields.map((field) => (
          <Control key={field.name} field={field} error={wrongIn(field)} />
        ))}
        {leaves && <p className="rounded-md bg-warning-soft px-3 py-2.5 text-sm">{t('leavesShared')}</p>}
        <ProblemNote error={connect.error} />
        <FormActions onCancel={close} busy={connect.isPending}>
          {connect.isPending ? t('testing') : t('testAndConnect')}
        </FormActions>
      </form>
    </Dialog>
  );
}

function Control({ field, error }: { field: ConnectField; error: string | undefined }) {
  const t = useTranslations('engines');
  const { name, label, optional, number } = field;
  const secret = field.in === 'credentials' && !PLAIN.has(name);
  const words = t(`field.${label}`);
  return (
    <Field
      label={optional ? t('optional', { field: words }) : words}
      hint={t(`fieldHint.${label}`)}
      error={error}
    >
      {(control) => (
        <Input
          {...control}
          name={name}
          required={!optional}
          // Not a password of the person: no manager is to keep it, or to fill one in.
          type={secret ? 'password' : 'text'}
          autoComplete={secret ? 'new-password' : 'off'}
          inputMode={number ? 'numeric' : undefined}
          spellCheck={false}
        />
      )}
    </Field>
  );
}
