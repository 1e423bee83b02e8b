'use client';

import { useTranslations } from 'use-intl';
import { LANGUAGES, setLanguage, useLanguage } from '#lib/i18n/language.ts';
import { cn } from '#lib/cn.ts';

/** The language of the pages, as the first question of all. */
export function LanguageChoice() {
  const t = useTranslations('shell');
  const language = useLanguage();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('language')}</legend>
      <div className="grid grid-cols-2 gap-2">
        {LANGUAGES.map((one) => (
          <label
            key={one}
            className={cn(
              'flex h-11 cursor-pointer items-center justify-center rounded-md border text-[15px] has-focus-visible:outline-2 has-focus-visible:outline-ring',
              one === language
                ? 'border-primary bg-accent font-medium text-accent-foreground'
                : 'hover:bg-muted',
            )}
          >
            <input
              type="radio"
              name="language"
              className="sr-only"
              checked={one === language}
              onChange={() => setLanguage(one)}
            />
            {t(`languages.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
