'use client';

import { ChevronsUpDown, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { chooseCompany } from '#lib/session/company.ts';
import { hueOf } from '#lib/session/hue.ts';
import { useSession, type Company } from '#lib/session/session.tsx';

/** Which company one works in, in its colour; others are one step away. */
export function CompanySwitcher() {
  const t = useTranslations('shell');
  const router = useRouter();
  const { me, company } = useSession();
  if (!company) return null;
  return (
    <Menu
      label={t('companies')}
      triggerClass="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 text-left hover:bg-muted"
      trigger={
        <>
          <Mark company={company} />
          <span className="relative min-w-0 flex-1 truncate font-semibold">
            {company.name}
            <span className="sr-only">. {t('changeCompany')}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 text-muted-foreground" />
        </>
      }
    >
      <MenuChoice
        label={t('companies')}
        value={company.slug}
        onChange={(slug) => {
          chooseCompany(slug);
          router.push('/');
        }}
        options={me.tenants.map((one) => ({
          value: one.slug,
          label: (
            <>
              <Mark company={one} />
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

/** The company's first letter on its colour; of the same lightness for all, so that it can be read on each. */
function Mark({ company: { slug, name } }: { company: Company }) {
  return (
    <span
      aria-hidden
      style={{ backgroundColor: `oklch(0.5 0.14 ${hueOf(slug)})` }}
      className="grid size-7 shrink-0 place-items-center rounded-md text-[13px] font-semibold text-white"
    >
      {name.trim().charAt(0).toLocaleUpperCase()}
    </span>
  );
}
