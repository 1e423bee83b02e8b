'use client';

import { useMemo, type ComponentType, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { joined } from '#messages/joined.ts';
import { LOCALES } from './language.ts';

export type Words = Readonly<Record<string, object>>;

/** Adds an area's Spanish words to those around it. English comes whole, when somebody reads it. */
export function AreaWords({ words, children }: { words: Words; children: ReactNode }) {
  const locale = useLocale();
  const around = useMessages();
  const messages = useMemo(
    () => (locale === LOCALES.es ? (joined(around as Words, words) as typeof around) : around),
    [locale, around, words],
  );
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}

/** The same for what is shown outside of its area's pages. */
export function withWords(words: Words, Shown: ComponentType): ComponentType {
  return function Worded() {
    return (
      <AreaWords words={words}>
        <Shown />
      </AreaWords>
    );
  };
}
