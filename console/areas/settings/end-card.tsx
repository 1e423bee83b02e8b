'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { chooseCompany } from '#lib/session/company.ts';
import { useMay } from '#lib/session/session.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import type { Tenant } from './settings-page.tsx';

/** What takes data, or oneself, out of the company; and the end of it. */
export function EndCard({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const may = useMay();
  const [open, setOpen] = useState<'leave' | 'close'>();
  const done = (): void => setOpen(undefined);
  return (
    <Card>
      <CardHeader title={t('end')} />
      <ul className="divide-y">
        {may('export:read') && (
          <EndRow title={t('export')} text={t('exportText')}>
            <ExportButton tenant={tenant} />
          </EndRow>
        )}
        <EndRow title={t('leave')} text={t('leaveText')}>
          <Button variant="outline" size="sm" onClick={() => setOpen('leave')}>
            {t('leave')}
          </Button>
        </EndRow>
        {may('ownership:destroy') && tenant.status !== 'closing' && (
          <EndRow title={t('close')} text={t('closeText')}>
            <Button variant="destructive" size="sm" onClick={() => setOpen('close')}>
              {t('close')}
            </Button>
          </EndRow>
        )}
      </ul>
      {open === 'leave' && <LeaveDialog tenant={tenant} onClose={done} />}
      {open === 'close' && <CloseDialog tenant={tenant} onClose={done} />}
    </Card>
  );
}

interface EndRowProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function EndRow({ title, text, children }: EndRowProps) {
  return (
    <li className="flex flex-col items-start gap-x-6 gap-y-2 px-4 py-3.5 sm:flex-row sm:items-center sm:justify-between">
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-[13px] text-muted-foreground">{text}</p>
      </div>
      {children}
    </li>
  );
}

function LeaveDialog({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const t = useTranslations('settings');
  const leave = useApiMutation('post', '/tenants/{id}/leave', {
    // The next company, or the way to one: whatever is left.
    onSuccess: () => {
      chooseCompany(undefined);
      window.location.assign('/app');
    },
  });
  return (
    <Confirm
      title={t('leaveTitle', { name: tenant.name })}
      consequence={t('leaveConsequence')}
      action={t('leave')}
      busy={leave.isPending}
      error={leave.error}
      onClose={onClose}
      onConfirm={() => leave.mutate({ path: { id: tenant.slug } })}
    />
  );
}
