'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { core } from '#messages/es/core.ts';
import type { Messages } from '#messages/es/index.ts';
import { LOCALES, useLanguage } from './language.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}

/** Spanish is part of the page, by area (area-words.tsx); English is fetched by who reads it. */
export function Words({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const [english, setEnglish] = useState<Messages>();
  useEffect(() => {
    document.documentElement.lang = LOCALES[language];
    if (language === 'en' && !english) void import('#messages/en/index.ts').then(({ en }) => setEnglish(en));
  }, [language, english]);
  const ready = language === 'es' || english !== undefined;
  const shown = language === 'en' && english ? 'en' : 'es';
  return (
    <IntlProvider
      locale={LOCALES[shown]}
      messages={shown === 'en' ? english! : (core as Messages)}
      timeZone={TIME_ZONE}
      onError={(error) => {
        throw error;
      }}
    >
      {/* Nobody should read Spanish for the moment that it takes. */}
      <div className={ready ? 'contents' : 'invisible'}>{children}</div>
    </IntlProvider>
  );
}

/** Where the reader is, not the company: times are read beside a wall clock. Exported pages hold none. */
const TIME_ZONE = globalThis.Intl.DateTimeFormat().resolvedOptions().timeZone;
