'use client';

import { Command } from 'cmdk';
import { Keyboard, Languages, ListChecks, Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Overlay } from '#components/ui/dialog.tsx';
import { setLanguage, useLanguage } from '#lib/i18n/language.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import { setTheme, THEMES } from '#lib/theme.ts';
import { useAreas } from './use-shell-keys.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly act: () => void;
}

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;
const GROUP =
  'px-1.5 pb-1.5 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground';
const ITEM =
  'flex h-10 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent data-[selected=true]:text-accent-foreground';

/** Pages and actions by their names, as far as the person may. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const may = useMay();
  const { me } = useSession();
  const areas = useAreas();
  const language = useLanguage();
  const go = (href: string) => () => router.push(href);
  const pages = areas.map(({ id, title, icon, href }): Entry => ({
    id,
    title: t(title),
    icon,
    act: go(href),
  }));
  const actions = areas
    .flatMap((area) => area.actions ?? [])
    .filter(({ scope }) => may(scope))
    .map(({ id, title, icon, href }): Entry => ({ id, title: t(title), icon, act: go(href) }));
  const other = language === 'es' ? 'en' : 'es';
  const settings: Entry[] = [
    ...THEMES.map((theme) => ({
      id: `theme ${theme}`,
      title: t('palette.theme', { name: t(`shell.themes.${theme}`) }),
      icon: THEME_ICONS[theme],
      act: () => setTheme(theme),
    })),
    { id: 'language', title: t(`shell.languages.${other}`), icon: Languages, act: () => setLanguage(other) },
    ...(me.operator
      ? [{ id: 'setup', title: t('shell.installation'), icon: ListChecks, act: go('/setup?step=list') }]
      : []),
    { id: 'shortcuts', title: t('shortcuts.title'), icon: Keyboard, act: onShortcuts },
  ];
  const groups = [
    { heading: t('palette.pages'), entries: pages },
    { heading: t('palette.actions'), entries: actions },
    { heading: t('palette.settings'), entries: settings },
  ];
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Overlay
      onClose={onClose}
      label={t('palette.title')}
      className="mx-auto mt-[12dvh] w-[calc(100vw-2rem)] max-w-lg animate-appear overflow-hidden rounded-lg"
    >
      <Command label={t('palette.title')} loop>
        <Command.Input
          placeholder={t('palette.placeholder')}
          className="h-12 w-full border-b bg-transparent px-4 text-base outline-none sm:text-sm"
        />
        <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto pt-1.5">
          <Command.Empty className="px-4 py-8 text-center text-muted-foreground">
            {t('palette.nothing')}
          </Command.Empty>
          {groups.map(
            ({ heading, entries }) =>
              entries.length > 0 && (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {entries.map(({ id, title, icon: Icon, act }) => (
                    <Command.Item key={id} value={`${title} ${id}`} onSelect={choose(act)} className={ITEM}>
                      <Icon aria-hidden className="size-4" />
                      {title}
                    </Command.Item>
                  ))}
                </Command.Group>
              ),
          )}
        </Command.List>
      </Command>
    </Overlay>
  );
}
