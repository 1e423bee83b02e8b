'use client';

import { MoreHorizontal, Send } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { CopyOnce } from '#components/data/copy-once.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import type { Endpoint } from './out-tab.tsx';
import { WebhookSheet } from './webhook-sheet.tsx';

const CHANGES = ['/webhooks'];

/** What can be done with an endpoint. */
export function WebhookActions({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations('webhooks');
  const may = useMay();
  const router = useRouter();
  const [, change] = useUrlState(['event']);
  const [open, setOpen] = useState<'edit' | 'rotate' | 'delete'>();
  const path = { id: endpoint.id };
  const test = useApiMutation('post', '/webhooks/{id}/test', {
    invalidates: CHANGES,
    onSuccess: ({ eventId }) => change({ event: eventId }),
  });
  const update = useApiMutation('patch', '/webhooks/{id}', { invalidates: CHANGES });
  const remove = useApiMutation('delete', '/webhooks/{id}', {
    onSuccess: () => {
      toast.done(t('gone'));
      router.replace('/webhooks');
    },
  });
  const failed = test.error ?? update.error;
  if (!may('webhooks:write')) return null;
  const close = (): void => setOpen(undefined);
  return (
    <>
      {failed && <p className="text-[13px] text-destructive">{failed.message}</p>}
      <Button variant="outline" busy={test.isPending} onClick={() => test.mutate({ path })}>
        <Send aria-hidden />
        {t('test')}
      </Button>
      <Menu
        label={t('more')}
        triggerClass="grid size-9 place-items-center rounded-md border bg-card hover:bg-muted"
        trigger={<MoreHorizontal role="img" aria-label={t('more')} className="size-4" />}
      >
        <MenuItem onSelect={() => setOpen('edit')}>{t('edit')}</MenuItem>
        <MenuItem
          onSelect={() =>
            update.mutate({ path, body: { enabled: !endpoint.enabled }, version: endpoint.version })
          }
        >
          {endpoint.enabled ? t('turnOff') : t('turnOn')}
        </MenuItem>
        <MenuItem onSelect={() => setOpen('rotate')}>{t('rotate')}</MenuItem>
        {may('webhooks:destroy') && (
          <>
            <MenuLine />
            <MenuItem destructive onSelect={() => setOpen('delete')}>
              {t('delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      {open === 'edit' && <WebhookSheet key={endpoint.version} endpoint={endpoint} onClose={close} />}
      {open === 'rotate' && <Rotate id={endpoint.id} onClose={close} />}
      {open === 'delete' && (
        <Confirm
          title={t('deleteTitle')}
          consequence={t('deleteConsequence', { url: endpoint.url })}
          action={t('delete')}
          busy={remove.isPending}
          error={remove.error}
          onClose={close}
          onConfirm={() => remove.mutate({ path })}
        />
      )}
    </>
  );
}

function Rotate({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const { moment } = useFormat();
  const rotate = useApiMutation('post', '/webhooks/{id}/secret', { invalidates: CHANGES });
  if (rotate.data)
    return (
      <Dialog
        open
        insistent
        onClose={onClose}
        title={t('newSecret')}
        description={t('bothUntil', { at: moment(rotate.data.bothUntil) })}
      >
        <CopyOnce label={t('secret')} value={rotate.data.secret ?? ''} />
        <DialogActions>
          <Button onClick={onClose}>{t('kept')}</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Confirm
      title={t('rotate')}
      consequence={t('rotateText')}
      action={t('rotateDo')}
      destructive={false}
      busy={rotate.isPending}
      error={rotate.error}
      onClose={onClose}
      onConfirm={() => rotate.mutate({ path: { id } })}
    />
  );
}
