'use client';

import { Search } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { Area } from '#areas/area.ts';
import { cn } from '#lib/cn.ts';
import { MOD } from '#lib/hotkeys.ts';
import { CompanySwitcher } from './company-switcher.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useAreas, type Overlay } from './use-shell-keys.ts';

export const isAt = (path: string, { href }: Pick<Area, 'href'>): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** On the left where there is room; phones have the bar at the bottom. */
export function Sidebar({ onOpen }: { onOpen: (overlay: Overlay) => void }) {
  const t = useTranslations();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-1 border-r bg-card p-3 md:flex">
      <CompanySwitcher onSearch={() => onOpen('companies')} />
      <button
        type="button"
        onClick={() => onOpen('palette')}
        className="mt-3 mb-2 flex h-9 items-center gap-2.5 rounded-md border px-2.5 text-muted-foreground hover:bg-muted"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t('shell.search')}</span>
        <kbd aria-hidden className="font-sans text-xs">
          {`${MOD} K`}
        </kbd>
      </button>
      <nav aria-label={t('shell.navigation')} className="flex-1 overflow-y-auto">
        {GROUPS.map((group) => (
          <AreaList key={group} group={group} />
        ))}
      </nav>
      <PersonMenu />
    </aside>
  );
}

const GROUPS = ['work', 'company'] as const;

function AreaList({ group }: { group: (typeof GROUPS)[number] }) {
  const t = useTranslations();
  const path = usePathname();
  const areas = useAreas().filter((area) => area.group === group);
  if (areas.length === 0) return null;
  return (
    <>
      {group === 'company' && (
        <p className="px-2.5 pt-4 pb-1 text-xs font-medium text-muted-foreground">
          {t('shell.administration')}
        </p>
      )}
      <ul className="grid gap-0.5">
        {areas.map((area) => (
          <li key={area.id}>
            <Link
              href={area.href}
              prefetch={false}
              aria-current={isAt(path, area) ? 'page' : undefined}
              className={cn(
                'flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-foreground/80 hover:bg-muted',
                isAt(path, area) && 'bg-accent text-accent-foreground hover:bg-accent',
              )}
            >
              <area.icon aria-hidden className="size-4" />
              {t(area.title)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
