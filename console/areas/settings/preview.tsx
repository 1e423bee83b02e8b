'use client';

import { House, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CompanyMark } from '#components/data/company-mark.tsx';
import type { Tenant } from './settings-page.tsx';

/** What people of the company will see: not to be used, only looked at. */
export function Preview({ company }: { readonly company: Pick<Tenant, 'slug' | 'name' | 'hue' | 'logo'> }) {
  const t = useTranslations();
  return (
    <div
      aria-hidden
      className="grid grid-cols-1 gap-3 rounded-md border bg-background p-3 sm:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <div className="grid grid-cols-1 content-start gap-0.5 rounded-md border bg-card p-2 text-sm">
        <span className="flex min-w-0 items-center gap-2 pb-1.5">
          <CompanyMark company={company} />
          <span className="truncate font-semibold">{company.name}</span>
        </span>
        <span className="flex h-8 items-center gap-2 rounded-md bg-accent px-2 font-medium text-accent-foreground">
          <House className="size-4" />
          {t('home.title')}
        </span>
        <span className="flex h-8 items-center gap-2 px-2">
          <Users className="size-4" />
          {t('contacts.title')}
        </span>
      </div>
      <div className="grid content-center justify-items-start gap-2">
        <span className="inline-flex h-9 items-center rounded-md bg-primary px-3.5 text-sm font-medium text-primary-foreground">
          {t('contacts.new')}
        </span>
        <span className="text-sm text-primary underline underline-offset-4">{t('contacts.duplicates')}</span>
      </div>
    </div>
  );
}
