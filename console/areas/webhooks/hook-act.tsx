'use client';

import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { CopyOnce } from '#components/data/copy-once.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useState } from 'react';

export type Act = 'rotate' | 'secret' | 'delete';
const CHANGES = ['/incoming-hooks'];

interface HookActProps {
  readonly act: Act;
  readonly hook: Row<'/incoming-hooks'>;
  readonly onClose: () => void;
}

/** Another address, another secret, or the end of an incoming hook. */
export function HookAct({ act, hook, onClose }: HookActProps) {
  const t = useTranslations('webhooks');
  const { moment } = useFormat();
  const [given, setGiven] = useState('');
  const path = { engine: hook.engine };
  const rotate = useApiMutation('post', '/incoming-hooks/{engine}/rotate', { invalidates: CHANGES });
  const secret = useApiMutation('put', '/incoming-hooks/{engine}/secret', { invalidates: CHANGES });
  const remove = useApiMutation('delete', '/incoming-hooks/{engine}', {
    invalidates: CHANGES,
    onSuccess: () => {
      toast.done(t('goneIn', { name: hook.title }));
      onClose();
    },
  });
  const shown = rotate.data?.url ?? secret.data?.secret;
  const until = rotate.data?.oldUntil ?? secret.data?.oldUntil;
  if (until !== undefined)
    return (
      <Dialog
        open
        insistent
        onClose={onClose}
        title={t('changed')}
        description={t('oldUntil', { at: moment(until) })}
      >
        {shown && <CopyOnce label={rotate.data ? t('address') : t('secret')} value={shown} />}
        <DialogActions>
          <Button onClick={onClose}>{t('kept')}</Button>
        </DialogActions>
      </Dialog>
    );
  const acts = { rotate, secret, delete: remove };
  const confirm = {
    rotate: () => rotate.mutate({ path }),
    secret: () => secret.mutate({ path, body: given === '' ? {} : { secret: given } }),
    delete: () => remove.mutate({ path }),
  };
  return (
    <Confirm
      title={t(`act.${act}.title`, { name: hook.title })}
      consequence={t(`act.${act}.text`)}
      action={t(`act.${act}.do`)}
      destructive={act === 'delete'}
      busy={acts[act].isPending}
      error={acts[act].error}
      onClose={onClose}
      onConfirm={confirm[act]}
    >
      {act === 'secret' && (
        <Field label={t('secret')} hint={t('secretHint')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={given}
              onChange={({ target }) => setGiven(target.value)}
            />
          )}
        </Field>
      )}
    </Confirm>
  );
}
