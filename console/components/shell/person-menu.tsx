'use client';

import { CircleUser, ListChecks, LogOut, Monitor, Moon, Sun, UserRoundCog } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useTranslations } from 'use-intl';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { LANGUAGES, setLanguage, useLanguage, type Language } from '#lib/i18n/language.ts';
import { useSession } from '#lib/session/session.tsx';
import { setTheme, THEMES, useTheme } from '#lib/theme.ts';
import { useLogout } from './use-logout.ts';

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

/** Who is logged in; language, appearance, and the way out. */
export function PersonMenu() {
  const t = useTranslations('shell');
  const router = useRouter();
  const { me } = useSession();
  const theme = useTheme();
  const language = useLanguage();
  const logout = useLogout();
  const save = useApiMutation('patch', '/auth/me');
  // Messages to the person follow the pages; that this failed is no reason to keep the page in the other language.
  const chooseLanguage = (to: Language): void => {
    setLanguage(to);
    save.mutate({ body: { language: to } });
  };
  const name = me.name ?? (me.phone ? showPhone(me.phone) : t('you'));
  return (
    <Menu
      label={t('preferences')}
      above
      triggerClass="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md px-2.5 text-left hover:bg-muted"
      trigger={
        <>
          <CircleUser aria-hidden className="size-5 shrink-0 text-muted-foreground" />
          <span className="truncate">{name}</span>
        </>
      }
    >
      <MenuItem onSelect={() => router.push('/account')}>
        <UserRoundCog aria-hidden />
        {t('account')}
      </MenuItem>
      {me.operator && (
        <MenuItem onSelect={() => router.push('/setup?step=list')}>
          <ListChecks aria-hidden />
          {t('installation')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuChoice
        label={t('theme')}
        value={theme}
        onChange={setTheme}
        options={THEMES.map((value) => {
          const Icon = ICONS[value];
          return {
            value,
            label: (
              <>
                <Icon aria-hidden />
                {t(`themes.${value}`)}
              </>
            ),
          };
        })}
      />
      <MenuLine />
      <MenuChoice
        label={t('language')}
        value={language}
        onChange={chooseLanguage}
        options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <MenuLine />
      <MenuItem onSelect={logout}>
        <LogOut aria-hidden />
        {t('logout')}
      </MenuItem>
    </Menu>
  );
}
