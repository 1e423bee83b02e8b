'use client';

import { useTranslations } from 'use-intl';
import { ConfirmByName } from '#components/data/confirm-by-name.tsx';
import { Confirm } from '#components/data/confirm.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import type { Member } from './members-tab.tsx';
import { ReceiptPart } from './receipt-part.tsx';

interface ShutOutProps {
  readonly member: Member;
  readonly name: string;
  readonly way: 'disable' | 'remove';
  readonly onClose: () => void;
}

/** Before somebody loses access: which systems that means. Afterwards: how far it is, and the receipt. */
export function ShutOut({ member, name, way, onClose }: ShutOutProps) {
  const t = useTranslations('people');
  const may = useMay();
  const [, change] = useUrlState(['id']);
  const engines = useApi('/engines', {}, { enabled: may('engines:read') });
  const titles = (engines.data?.data ?? []).flatMap(({ wanted, title }) =>
    wanted === 'present' ? [title] : [],
  );
  const disable = useApiMutation('post', '/members/{id}/disable', {
    invalidates: ['/members'],
    onSuccess: () => {
      toast.done(t('disabledNow', { name }));
      onClose();
    },
  });
  const remove = useApiMutation('delete', '/members/{id}');
  const input = { path: { id: member.id }, version: member.version };
  const consequence = (
    <>
      {t(`${way}Consequence`, { name })}{' '}
      {titles.length > 0 ? t('fromEngines', { engines: titles.join(', ') }) : t('fromNoEngine')}
    </>
  );
  if (remove.isSuccess)
    return <RemovedDialog id={member.id} name={name} onClose={() => change({ id: undefined })} />;
  if (way === 'disable')
    return (
      <Confirm
        title={t('disableTitle', { name })}
        consequence={consequence}
        action={t('disable')}
        busy={disable.isPending}
        error={disable.error}
        onClose={onClose}
        onConfirm={() => disable.mutate(input)}
      />
    );
  return (
    <ConfirmByName
      open
      title={t('removeTitle', { name })}
      consequence={consequence}
      name={name}
      action={t('remove')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(input)}
    />
  );
}

function RemovedDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useTranslations('people');
  return (
    <Dialog side open insistent onClose={onClose} title={t('removedTitle', { name })}>
      <p>{t('removedText')}</p>
      <ReceiptPart id={id} />
      <DialogActions>
        <Button onClick={onClose}>{t('done')}</Button>
      </DialogActions>
    </Dialog>
  );
}
