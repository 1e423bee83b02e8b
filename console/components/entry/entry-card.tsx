'use client';

import { useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LANGUAGES, setLanguage, useLanguage } from '#lib/i18n/language.ts';
import { cn } from '#lib/cn.ts';

interface EntryCardProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Where in a row of steps this is. */
  readonly over?: string;
  /** For what has to be read, or copied. */
  readonly wide?: boolean;
  /** False where the language is asked for inside. */
  readonly languages?: boolean;
  readonly children: ReactNode;
}

/** A page on the way in: one question, in the middle. */
export function EntryCard({
  title,
  description,
  over,
  wide = false,
  languages = true,
  children,
}: EntryCardProps) {
  const t = useTranslations('shell');
  const language = useLanguage();
  useEffect(() => {
    document.title = `${title} · SmarterOS`;
  }, [title]);
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-6">
      <main className={cn('my-auto w-full', wide ? 'max-w-lg' : 'max-w-sm')}>
        <p className="mb-6 flex items-center gap-2 font-semibold">
          <Logo />
          {'SmarterOS'}
        </p>
        <div className="rounded-xl border bg-card p-5 shadow-sm sm:p-6">
          {over !== undefined && <p className="mb-1.5 text-[13px] text-muted-foreground">{over}</p>}
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description !== undefined && <p className="mt-1.5 text-muted-foreground">{description}</p>}
          <div className="mt-5">{children}</div>
        </div>
        {languages && (
          <div role="group" aria-label={t('language')} className="mt-4 flex justify-center gap-1">
            {LANGUAGES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === language}
                onClick={() => setLanguage(one)}
                className={cn(
                  'rounded-md px-2.5 py-1.5 text-[13px] text-muted-foreground hover:text-foreground',
                  one === language && 'font-medium text-foreground',
                )}
              >
                {t(`languages.${one}`)}
              </button>
            ))}
          </div>
        )}
      </main>
    </div>
  );
}

const Logo = () => (
  <svg aria-hidden viewBox="0 0 64 64" className="size-7">
    <rect width="64" height="64" rx="15" className="fill-primary" />
    <path
      d="M20 24.5c0-4.7 4.9-8 12-8 6.3 0 10.8 2.6 11.8 6.8M44 39.5c0 4.7-4.9 8-12 8-6.3 0-10.8-2.6-11.8-6.8M20 24.5c0 10 24 5 24 15"
      fill="none"
      strokeWidth="6"
      strokeLinecap="round"
      className="stroke-primary-foreground"
    />
  </svg>
);
