'use client';

import { Keyboard, Languages, ListChecks, LogOut, Monitor, Moon, Plus, Sun } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CompanyMark } from '#components/data/company-mark.tsx';
import { showTaxId } from '#lib/format/rut.ts';
import { LANGUAGES, setLanguage, useLanguage } from '#lib/i18n/language.ts';
import { recent, remember } from '#lib/recent.ts';
import { inCompany } from '#lib/session/company.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import { setTheme, THEMES } from '#lib/theme.ts';
import { Commands, type Entry } from './commands.tsx';
import { useLogout } from './use-logout.ts';
import { useAreas } from './use-shell-keys.ts';

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

interface PaletteProps {
  /** `companies`: only those; what the switcher opens for who has many. */
  readonly what: 'all' | 'companies';
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** Pages, actions and companies by their names, as far as the person may; what was chosen lately comes first. */
export function Palette({ what, onClose, onShortcuts }: PaletteProps) {
  const t = useTranslations();
  const [search, setSearch] = useState('');
  const [before] = useState(recent);
  const companies = useCompanies();
  const { pages, actions, settings } = useEntries(onShortcuts);
  const all = [...pages, ...actions, ...settings, ...companies].map((entry) => ({
    ...entry,
    act: () => {
      remember(entry.id);
      entry.act();
    },
  }));
  const pick = (some: readonly Entry[]): Entry[] =>
    all.filter(({ id }) => some.some((one) => one.id === id) && !lately.some((one) => one.id === id));
  const lately = search === '' ? before.flatMap((id) => all.find((entry) => entry.id === id) ?? []) : [];
  const groups =
    what === 'companies'
      ? [{ heading: t('shell.companies'), entries: companies }]
      : [
          { heading: t('palette.recent'), entries: lately },
          { heading: t('palette.pages'), entries: pick(pages) },
          { heading: t('palette.actions'), entries: pick(actions) },
          // Nobody wants to read fifty names before they have typed one.
          { heading: t('shell.companies'), entries: search === '' ? [] : pick(companies) },
          { heading: t('palette.settings'), entries: pick(settings) },
        ];
  return (
    <Commands
      label={t(what === 'companies' ? 'shell.changeCompany' : 'palette.title')}
      placeholder={t(what === 'companies' ? 'palette.company' : 'palette.placeholder')}
      groups={groups}
      search={search}
      onSearch={setSearch}
      onClose={onClose}
    />
  );
}

/** The companies that one isn't in, and a new one. */
function useCompanies(): Entry[] {
  const t = useTranslations('shell');
  const router = useRouter();
  const { me, company } = useSession();
  return [
    ...me.tenants
      .filter(({ slug }) => slug !== company?.slug)
      .map((one) => ({
        id: `company ${one.slug}`,
        title: one.name,
        about: /^\d{7,8}[\dk]$/.test(one.slug)
          ? showTaxId(`${one.slug.slice(0, -1)}-${one.slug.slice(-1).toUpperCase()}`)
          : one.slug,
        words: [one.slug],
        icon: <CompanyMark company={one} />,
        act: () => router.push(inCompany('/', one.slug)),
      })),
    {
      id: 'company new',
      title: t('newCompany'),
      icon: <Plus aria-hidden />,
      act: () => router.push('/start'),
    },
  ];
}

function useEntries(onShortcuts: () => void): Record<'pages' | 'actions' | 'settings', Entry[]> {
  const t = useTranslations();
  const router = useRouter();
  const may = useMay();
  const { me } = useSession();
  const areas = useAreas();
  const language = useLanguage();
  const logout = useLogout();
  const go = (href: string) => () => router.push(href);
  return {
    pages: areas.map(({ id, title, icon: Icon, href }) => ({
      id,
      title: t(title),
      icon: <Icon aria-hidden />,
      act: go(href),
    })),
    actions: areas
      .flatMap((area) => area.actions ?? [])
      .filter(({ scope }) => may(scope))
      .map(({ id, title, icon: Icon, href }) => ({
        id: `do ${id}`,
        title: t(title),
        icon: <Icon aria-hidden />,
        act: go(href),
      })),
    settings: [
      ...THEMES.map((theme) => {
        const Icon = THEME_ICONS[theme];
        return {
          id: `theme ${theme}`,
          title: t('palette.theme', { name: t(`shell.themes.${theme}`) }),
          icon: <Icon aria-hidden />,
          act: () => setTheme(theme),
        };
      }),
      ...LANGUAGES.filter((one) => one !== language).map((one) => ({
        id: 'language',
        title: t(`shell.languages.${one}`),
        words: ['language', 'idioma', 'english', 'español'],
        icon: <Languages aria-hidden />,
        act: () => setLanguage(one),
      })),
      ...(me.operator
        ? [
            {
              id: 'setup',
              title: t('shell.installation'),
              icon: <ListChecks aria-hidden />,
              act: go('/setup?step=list'),
            },
          ]
        : []),
      {
        id: 'shortcuts',
        title: t('shortcuts.title'),
        icon: <Keyboard aria-hidden />,
        act: onShortcuts,
      },
      { id: 'logout', title: t('shell.logout'), icon: <LogOut aria-hidden />, act: logout },
    ],
  };
}
