'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { showTaxId } from '#lib/format/rut.ts';
import { currentCompany, inCompany } from '#lib/session/company.ts';
import { ME, type Me } from '#lib/session/session.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { useLogout } from './use-logout.ts';

const RUT = /^(\d{7,8})([\dk])$/;
/** An address is anybody's text: only what can be a company's is shown. */
const SLUG = /^[a-z]{2}-\d{8,14}$/;

/** After the dash of a RUT, so that no line ends there. */
const JOINED = '\u2060';

const nameOf = (slug: string): string | undefined => {
  const [, body, digit] = RUT.exec(slug) ?? [];
  if (body !== undefined) return showTaxId(`${body}-${digit!.toUpperCase()}`).replace('-', `-${JOINED}`);
  return SLUG.test(slug) ? slug : undefined;
};

/** Instead of a page of a company that the person isn't in, or no more: never another company's in its place. */
export function Elsewhere({ me, slug }: { readonly me: Me; readonly slug: string }) {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const path = usePathname();
  const logout = useLogout(inCompany(path, slug));
  const [looked, setLooked] = useState(false);
  // Somebody may have let them in since that was asked.
  useEffect(() => {
    void client.refetchQueries({ queryKey: ME }).then(() => setLooked(true));
  }, [client]);
  useEffect(() => {
    document.title = `${t('elsewhere')} · SmarterOS`;
  }, [t]);
  if (!looked) return <ShellSkeleton />;
  const name = nameOf(slug);
  const own = me.tenants.find((one) => one.slug === currentCompany()) ?? me.tenants[0];
  return (
    <main className="mx-auto grid max-w-md justify-items-center gap-4 px-6 pt-24 text-center">
      <Building2 aria-hidden className="size-8 text-muted-foreground" />
      <h1 className="text-lg font-semibold">{t('elsewhere')}</h1>
      <p className="text-balance text-muted-foreground">
        {name === undefined ? t('elsewhereUnnamed') : t('elsewhereText', { company: name })}
      </p>
      <div className="grid max-w-full justify-items-center gap-2">
        {own ? (
          <ButtonLink href={inCompany('/', own.slug)}>
            <span className="truncate">{t('toCompany', { name: own.name })}</span>
          </ButtonLink>
        ) : (
          <ButtonLink href="/start">{t('newCompany')}</ButtonLink>
        )}
        <Button variant="outline" onClick={logout}>
          {t('otherAccount')}
        </Button>
      </div>
    </main>
  );
}
