'use client';

import { useTranslations } from 'use-intl';

/** What is kept of whoever logs in, what for, and how to end that. */
export function Consents() {
  const t = useTranslations('login');
  return (
    <details className="mt-5 border-t pt-4 text-[13px] text-muted-foreground">
      <summary className="cursor-pointer rounded-sm select-none">
        <span className="inline">{t('consent')}</span>{' '}
        <span className="text-primary underline underline-offset-4">{t('consentMore')}</span>
      </summary>
      <ul className="mt-3 grid list-disc gap-1.5 pl-4">
        {(['number', 'device', 'purpose', 'rights'] as const).map((name) => (
          <li key={name}>{t(`consents.${name}`)}</li>
        ))}
      </ul>
    </details>
  );
}
