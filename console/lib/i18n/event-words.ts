import { useTranslations } from 'use-intl';

/** What happened, in words, by the name of its event; the name itself where there are none yet. */
export function useEventWords(): (name: string) => string {
  const t = useTranslations('events');
  return (name) => {
    const key = name as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : name;
  };
}
