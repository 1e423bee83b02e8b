'use client';

import { Menu as MenuIcon, Search } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/dialog.tsx';
import { cn } from '#lib/cn.ts';
import { PersonMenu } from './person-menu.tsx';
import { isAt } from './sidebar.tsx';
import { useAreas } from './use-shell-keys.ts';

/** As many as fit a narrow phone beside the search and the rest. */
const MOST = 3;
const ITEM =
  'flex h-14 w-full flex-col items-center justify-center gap-1 text-[11px] font-medium text-muted-foreground';

/** On phones, under the thumb: the first areas, the search, and everything. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const t = useTranslations();
  const path = usePathname();
  const areas = useAreas();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="fixed inset-x-0 bottom-0 z-20 border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {areas.slice(0, MOST).map((area) => (
          <li key={area.id} className="min-w-0 flex-1">
            <Link
              href={area.href}
              aria-current={isAt(path, area) ? 'page' : undefined}
              className={cn(ITEM, isAt(path, area) && 'text-primary')}
            >
              <area.icon aria-hidden className="size-5" />
              <span className="max-w-full truncate px-1">{t(area.short ?? area.title)}</span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <button type="button" onClick={onSearch} className={ITEM}>
            <Search aria-hidden className="size-5" />
            {t('shell.search')}
          </button>
        </li>
        <li className="min-w-0 flex-1">
          <button type="button" onClick={() => setOpen(true)} className={ITEM}>
            <MenuIcon aria-hidden className="size-5" />
            {t('shell.more')}
          </button>
        </li>
      </ul>
      <Dialog side open={open} onClose={close} title={t('shell.more')}>
        <ul className="grid gap-0.5">
          {areas
            .filter(({ group }) => group !== 'person')
            .map((area) => (
              <li key={area.id}>
                <Link
                  href={area.href}
                  onClick={close}
                  className="flex h-11 items-center gap-3 rounded-md px-2.5 text-[15px] font-medium hover:bg-muted"
                >
                  <area.icon aria-hidden className="size-5 text-muted-foreground" />
                  {t(area.title)}
                </Link>
              </li>
            ))}
        </ul>
        <PersonMenu />
      </Dialog>
    </nav>
  );
}
