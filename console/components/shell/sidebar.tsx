'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { Area } from '#areas/area.ts';
import { cn } from '#lib/cn.ts';
import { MOD } from '#lib/hotkeys.ts';
import { CompanySwitcher } from './company-switcher.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useAreas } from './use-shell-keys.ts';

export const isAt = (path: string, { href }: Pick<Area, 'href'>): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** On the left where there is room; phones have the bar at the bottom. */
export function Sidebar({ onSearch }: { onSearch: () => void }) {
  const t = useTranslations();
  const path = usePathname();
  const areas = useAreas();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-1 border-r bg-card p-3 md:flex">
      <CompanySwitcher />
      <button
        type="button"
        onClick={onSearch}
        className="mt-3 mb-2 flex h-9 items-center gap-2.5 rounded-md border px-2.5 text-muted-foreground hover:bg-muted"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t('shell.search')}</span>
        <kbd aria-hidden className="font-sans text-xs">
          {`${MOD} K`}
        </kbd>
      </button>
      <nav aria-label={t('shell.navigation')} className="flex-1 overflow-y-auto">
        <ul className="grid gap-0.5">
          {areas.map((area) => (
            <li key={area.id}>
              <Link
                href={area.href}
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
      </nav>
      <PersonMenu />
    </aside>
  );
}
