'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/dialog.tsx';
import { MOD } from '#lib/hotkeys.ts';
import { useAreas } from './use-shell-keys.ts';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const areas = useAreas();
  const rows = [
    { keys: [MOD, 'K'], title: t('palette.title') },
    { keys: ['/'], title: t('shortcuts.search') },
    { keys: ['?'], title: t('shortcuts.title') },
    { keys: ['G', '.'], title: t('shell.changeCompany') },
    ...areas.map(({ key, title }) => ({ keys: ['G', key.toUpperCase()], title: t(title) })),
    { keys: ['J', 'K'], title: t('shortcuts.rows') },
    { keys: ['↑', '↓'], title: t('shortcuts.walk') },
    { keys: ['Esc'], title: t('shortcuts.close') },
  ];
  return (
    <Dialog open onClose={onClose} title={t('shortcuts.title')}>
      <dl className="divide-y">
        {rows.map(({ keys, title }) => (
          <div key={title} className="flex items-center justify-between gap-4 py-2">
            <dt>{title}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-sm border bg-muted px-1.5 py-0.5 text-center font-sans text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
