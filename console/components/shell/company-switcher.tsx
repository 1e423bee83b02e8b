'use client';

import { ChevronsUpDown, Plus } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useTranslations } from 'use-intl';
import { CompanyMark } from '#components/data/company-mark.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { inCompany } from '#lib/session/company.ts';
import { useSession } from '#lib/session/session.tsx';

/** More than these are looked for by name. */
const MOST = 8;
const BUTTON = 'flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 text-left hover:bg-muted';

/** Which company one works in, in its colour; others are one step away. */
export function CompanySwitcher({ onSearch }: { readonly onSearch: () => void }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { me, company } = useSession();
  if (!company) return null;
  const shown = (
    <>
      <CompanyMark company={company} />
      <span className="relative min-w-0 flex-1 truncate font-semibold">
        {company.name}
        <span className="sr-only">. {t('changeCompany')}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 text-muted-foreground" />
    </>
  );
  if (me.tenants.length > MOST)
    return (
      <button type="button" aria-haspopup="dialog" onClick={onSearch} className={BUTTON}>
        {shown}
      </button>
    );
  return (
    <Menu label={t('companies')} triggerClass={BUTTON} trigger={shown}>
      <MenuChoice
        label={t('companies')}
        value={company.slug}
        onChange={(slug) => router.push(inCompany('/', slug))}
        options={me.tenants.map((one) => ({
          value: one.slug,
          label: (
            <>
              <CompanyMark company={one} />
              <span className="truncate">{one.name}</span>
            </>
          ),
        }))}
      />
      <MenuLine />
      <MenuItem onSelect={() => router.push('/start')}>
        <Plus aria-hidden />
        {t('newCompany')}
      </MenuItem>
    </Menu>
  );
}
