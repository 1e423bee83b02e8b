import { useTranslations } from 'use-intl';

/** What an engine is for, in a sentence; nothing for one that came later than this console. */
export function useAboutEngine(): (engine: string) => string {
  const t = useTranslations('engines');
  return (engine) => {
    const key = `about.${engine}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : '';
  };
}
