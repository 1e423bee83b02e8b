import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { readEnglish } from './english.ts';

/** Where Debian and others keep it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } } as const;
export type Size = keyof typeof SIZES;
export type Theme = 'light' | 'dark';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const LOCALES: Readonly<Record<Language, string>> = { es: 'es-CL', en: 'en-GB' };
let language: Language = 'es';
/** What visitors' browsers prefer from now on. */
export const speak = (wanted: Language): void => void (language = wanted);
export const spoken = (): Language => language;

export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((path) => existsSync(path));
  if (!executablePath) throw new Error('There is no Chromium on this machine: apt-get install chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: errors, and refusals of its policy. A walk ends with none. */
  readonly complaints: string[];
}

export async function visit(
  browser: Browser,
  size: Size,
  theme: Theme = 'light',
  locale = LOCALES[language],
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    locale,
    timezoneId: 'America/Santiago',
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    ...(storageState && { storageState }),
  });
  const page = await context.newPage();
  if (language === 'en') readEnglish(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refusal by the API is no fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { page, context, complaints };
}
