'use client';

import { ImageUp } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CompanyMark } from '#components/data/company-mark.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import type { Tenant } from './settings-page.tsx';
import { shrunk } from './shrink.ts';

const INVALIDATES = ['/tenants', '/auth/me'];

/** A picture of any size: what is sent is as small as it is shown. */
export function LogoPart({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const input = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const path = { id: tenant.slug };
  const set = useApiMutation('put', '/tenants/{id}/logo', {
    invalidates: INVALIDATES,
    onSuccess: () => toast.done(t('logoSaved')),
  });
  const remove = useApiMutation('delete', '/tenants/{id}/logo', {
    invalidates: INVALIDATES,
    onSuccess: () => toast.done(t('logoGone')),
  });
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = '';
    if (!file) return;
    const data = await shrunk(file);
    setUnread(data === undefined);
    if (data !== undefined) set.mutate({ path, body: { data } });
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <CompanyMark company={tenant} size="lg" />
        <div className="grid min-w-0 flex-1 gap-2">
          <p className="text-sm font-medium">{t('logo')}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="outline" size="sm" busy={set.isPending} onClick={() => input.current?.click()}>
              <ImageUp aria-hidden />
              {tenant.logo === null ? t('logoChoose') : t('logoChange')}
            </Button>
            {tenant.logo !== null && (
              <Button
                variant="ghost"
                size="sm"
                busy={remove.isPending}
                onClick={() => remove.mutate({ path })}
              >
                {t('logoRemove')}
              </Button>
            )}
          </div>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-label={t('logo')}
            tabIndex={-1}
            className="hidden"
            onChange={(event) => void choose(event)}
          />
        </div>
      </div>
      <p className="text-[13px] text-muted-foreground">{t('logoHint')}</p>
      {unread && (
        <p role="alert" className="text-[13px] text-destructive">
          {t('logoUnread')}
        </p>
      )}
      <ProblemNote error={set.error ?? remove.error} />
    </div>
  );
}
