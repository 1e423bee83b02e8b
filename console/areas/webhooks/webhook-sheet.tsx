'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CopyOnce } from '#components/data/copy-once.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { FormActions } from '#components/data/form-actions.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { EventPicker } from './event-picker.tsx';
import type { Endpoint } from './out-tab.tsx';

const CHANGES = ['/webhooks'];

/** Where events go, and which. A new one shows its secret, once. */
export function WebhookSheet({ endpoint, onClose }: { endpoint?: Endpoint; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const [events, setEvents] = useState<readonly string[]>(endpoint?.events ?? ['*']);
  const create = useApiMutation('post', '/webhooks', { invalidates: CHANGES });
  const update = useApiMutation('patch', '/webhooks/{id}', {
    invalidates: CHANGES,
    onSuccess: () => {
      toast.done(t('saved'));
      onClose();
    },
  });
  const { error, isPending } = endpoint ? update : create;
  const errors = fieldsOf(error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { url: textOf(form, 'url'), description: textOf(form, 'description'), events: [...events] };
    if (endpoint) update.mutate({ path: { id: endpoint.id }, body, version: endpoint.version });
    else create.mutate({ body });
  };
  if (create.data)
    return (
      <Dialog side open insistent onClose={onClose} title={t('made')} description={t('madeText')}>
        <CopyOnce label={t('secret')} value={create.data.secret ?? ''} />
        <DialogActions>
          <Button onClick={onClose}>{t('kept')}</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog side open onClose={onClose} title={endpoint ? t('edit') : t('new')} description={t('newText')}>
      <form className="grid gap-4" onSubmit={submit} noValidate>
        <Field label={t('address')} hint={t('addressHint')} error={errors['url']}>
          {(control) => (
            <Input
              {...control}
              name="url"
              type="url"
              required
              autoComplete="off"
              placeholder={t('addressSample')}
              defaultValue={endpoint?.url}
            />
          )}
        </Field>
        <Field label={t('description')} error={errors['description']}>
          {(control) => (
            <Input {...control} name="description" autoComplete="off" defaultValue={endpoint?.description} />
          )}
        </Field>
        <EventPicker value={events} onChange={setEvents} error={errors['events']} />
        <ProblemNote error={error} />
        <FormActions onCancel={onClose} busy={isPending} disabled={events.length === 0}>
          {endpoint ? t('save') : t('create')}
        </FormActions>
      </form>
    </Dialog>
  );
}
