'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { isWebAddress } from '#lib/web-address.ts';

interface LaunchButtonProps {
  readonly engine: string;
  readonly title: string;
  readonly variant?: 'primary' | 'outline';
  readonly size?: 'default' | 'sm';
}

/**
 * Opens an engine in a tab of its own, logged in where it can do that. The tab is opened by the click itself: browsers
 * let no page open one later, when the link is there.
 */
export function LaunchButton({ engine, title, variant = 'primary', size = 'default' }: LaunchButtonProps) {
  const t = useTranslations('engines');
  const launch = useApiMutation('post', '/engines/{engine}/launch');
  const open = (): void => {
    const tab = window.open('', '_blank');
    if (tab) tab.opener = null;
    const give = (words: string): void => {
      tab?.close();
      toast.failed(words);
    };
    launch.mutate(
      { path: { engine } },
      {
        onError: (error) => give(error.message || t('launchFailed', { title })),
        onSuccess: ({ url, reason }) => {
          if (url === null || !isWebAddress(url)) return give(t('launchFailed', { title }));
          if (reason !== null) toast.done(t('loginThere', { title }));
          if (tab) tab.location.replace(url);
          else window.location.assign(url);
        },
      },
    );
  };
  return (
    <Button variant={variant} size={size} busy={launch.isPending} onClick={open}>
      <ExternalLink aria-hidden />
      <span className="truncate">{t('open', { title })}</span>
    </Button>
  );
}
