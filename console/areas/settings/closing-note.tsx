'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import type { Tenant } from './settings-page.tsx';

/** The company is about to go: until when, and the way back. */
export function ClosingNote({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const { date } = useFormat();
  const restore = useApiMutation('post', '/tenants/{id}/restore', {
    invalidates: ['/tenants', '/auth/me'],
    onSuccess: () => toast.done(t('restored')),
  });
  return (
    <div className="grid gap-3 rounded-lg bg-danger-soft p-4">
      <div className="flex items-start gap-2.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
        <div className="grid gap-0.5">
          <p className="font-medium text-destructive">
            {t('closing', { date: tenant.purgeAfter === null ? '' : date(tenant.purgeAfter) })}
          </p>
          <p>{t('closingText')}</p>
        </div>
      </div>
      <ProblemNote error={restore.error} />
      <div className="pl-6.5">
        <Button
          variant="outline"
          size="sm"
          busy={restore.isPending}
          onClick={() => restore.mutate({ path: { id: tenant.slug } })}
        >
          {t('restore')}
        </Button>
      </div>
    </div>
  );
}
