'use client';

import { useTranslations } from 'use-intl';
import { ConfirmByName } from '#components/data/confirm-by-name.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import type { Tenant } from './settings-page.tsx';

/** As the API keeps a company that is to be deleted. */
const GRACE_DAYS = 30;
const DAY_MS = 86_400_000;

/** Before a company is deleted: what happens at once, what later, and until when it can be undone. */
export function CloseDialog({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const t = useTranslations('settings');
  const { date } = useFormat();
  const engines = useApi('/engines', {});
  const titles = (engines.data?.data ?? []).flatMap(({ wanted, title }) =>
    wanted === 'present' ? [title] : [],
  );
  const close = useApiMutation('delete', '/tenants/{id}', {
    invalidates: ['/tenants', '/auth/me'],
    onSuccess: () => {
      toast.done(t('closed', { name: tenant.name }));
      onClose();
    },
  });
  const until = date(new Date(Date.now() + GRACE_DAYS * DAY_MS).toISOString());
  return (
    <ConfirmByName
      open
      title={t('closeTitle', { name: tenant.name })}
      consequence={t('closeConsequence')}
      details={
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>{t('closeNow')}</li>
          <li>{t('closeUntil', { date: until })}</li>
          <li>{titles.length > 0 ? t('closeEngines', { engines: titles.join(', ') }) : t('closeAfter')}</li>
        </ul>
      }
      name={tenant.name}
      action={t('close')}
      busy={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={() => close.mutate({ path: { id: tenant.slug }, version: tenant.version })}
    />
  );
}
