'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApi, useApiMutation } from '#lib/api/use-api.ts';
import { OwnInputs } from './fields/own-inputs.tsx';
import { givenOnly, ownValues, type OwnField } from './fields/own-values.ts';
import { maskRut, showTaxId } from '#lib/format/rut.ts';

type Contact = Row<'/contacts'>;

interface ContactSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The one to change; a new one without. */
  readonly contact?: Contact;
}

const CHANGES = ['/contacts'];

function valuesOf(form: HTMLFormElement, own: readonly OwnField[]) {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const tags = text('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const fields = ownValues(data, own);
  return {
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    taxId: text('taxId'),
    tags,
    fields,
  };
}

type Values = ReturnType<typeof valuesOf>;
const given = ({ name, phone, email, taxId, tags, fields }: Values) => ({
  name,
  tags,
  fields: givenOnly(fields),
  ...(phone && { phone }),
  ...(email && { email }),
  ...(taxId && { taxId }),
});
const changed = ({ name, phone, email, taxId, tags, fields }: Values) => ({
  name,
  tags,
  fields,
  phone: phone || null,
  email: email || null,
  taxId: taxId || null,
});

/** Creates a contact, or changes one. */
export function ContactSheet({ open, onClose, contact }: ContactSheetProps) {
  const t = useTranslations('contacts');
  const { data } = useApi('/contact-fields', {}, { enabled: open });
  const own = data?.data.filter(({ archived }) => !archived) ?? [];
  const close = (): void => {
    create.reset();
    update.reset();
    onClose();
  };
  const saved = ({ name }: Contact): void => {
    toast.done(t('saved', { name }));
    close();
  };
  const create = useApiMutation('post', '/contacts', { invalidates: CHANGES, onSuccess: saved });
  const update = useApiMutation('patch', '/contacts/{id}', { invalidates: CHANGES, onSuccess: saved });
  const { error, isPending } = contact ? update : create;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const values = valuesOf(event.currentTarget, own);
    if (contact) update.mutate({ path: { id: contact.id }, body: changed(values), version: contact.version });
    else create.mutate({ body: given(values) });
  };
  return (
    <Dialog side open={open} onClose={close} title={contact ? t('edit') : t('new')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <ContactFields contact={contact} errors={fieldsOf(error)} />
        <OwnInputs fields={own} values={contact?.fields ?? {}} errors={fieldsOf(error)} />
        <ProblemNote error={error} />
        <FormActions onCancel={close} busy={isPending}>
          {t('save')}
        </FormActions>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly contact: Contact | undefined;
  readonly errors: Readonly<Record<string, string>>;
}

function ContactFields({ contact, errors }: FieldsProps) {
  const t = useTranslations('contacts');
  const [taxId, setTaxId] = useState(contact?.taxId ? showTaxId(contact.taxId) : '');
  return (
    <>
      <Field label={t('name')} error={errors['name']}>
        {(control) => (
          <Input {...control} name="name" required autoComplete="off" defaultValue={contact?.name} />
        )}
      </Field>
      <Field label={t('phone')} error={errors['phone']}>
        {(control) => (
          <Input
            {...control}
            name="phone"
            type="tel"
            autoComplete="off"
            placeholder="+56 9 1234 5678"
            defaultValue={contact?.phone}
          />
        )}
      </Field>
      <Field label={t('email')} error={errors['email']}>
        {(control) => (
          <Input {...control} name="email" type="email" autoComplete="off" defaultValue={contact?.email} />
        )}
      </Field>
      <Field label={t('taxId')} error={errors['taxId']}>
        {(control) => (
          <Input
            {...control}
            name="taxId"
            autoComplete="off"
            placeholder="12.345.678-5"
            value={taxId}
            onChange={({ target }) =>
              setTaxId(/^[A-Za-z]{2}/.test(target.value) ? target.value : maskRut(target.value))
            }
          />
        )}
      </Field>
      <Field label={t('tags')} error={errors['tags']} hint={t('tagsHint')}>
        {(control) => (
          <Input {...control} name="tags" autoComplete="off" defaultValue={contact?.tags.join(', ')} />
        )}
      </Field>
    </>
  );
}
