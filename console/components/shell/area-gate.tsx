'use client';

import { Lock } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AREAS } from '#areas/index.ts';
import { EmptyState } from '#components/data/empty-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { useMay } from '#lib/session/session.tsx';
import { isAt } from './sidebar.tsx';

/** An address that was typed, or sent by a colleague: what isn't the person's is said before anything is asked for. */
export function AreaGate({ children }: { readonly children: ReactNode }) {
  const t = useTranslations();
  const may = useMay();
  const path = usePathname();
  const area = AREAS.find((one) => isAt(path, one));
  if (area?.scope === undefined || may(area.scope)) return children;
  return (
    <>
      <PageHeader title={t(area.title)} />
      <div className="rounded-lg border bg-card">
        <EmptyState
          icon={Lock}
          text={t('shell.notYours')}
          action={<ButtonLink href="/">{t('shell.toHome')}</ButtonLink>}
        />
      </div>
    </>
  );
}
