import type { Browser, Page } from 'playwright-core';
import { framed, installable, policies } from './doors.ts';
import { type } from './typed.ts';
import { addresses, attack } from './xss.ts';

/** What an enemy tries: writes, answers, and frames. `page`: of somebody who is logged in. Answers what came of it. */
export async function enemies(browser: Browser, page: Page, base: string): Promise<string[]> {
  const pages = [...new Set(addresses().map((one) => `/app${one.replace(/\?.*/, '')}`)), '/app/login'];
  const findings = [
    ...(await type(page, base)),
    ...(await attack(browser, base, 'phone')),
    ...(await policies(base, [...pages, '/app/setup', '/app/start', '/app/join', '/app/no-such-page'])),
    ...(await framed(browser, base, ['/app', '/app/login', '/app/frame/metabase/dashboards/31/embed'])),
    ...(await installable(browser, base)),
  ];
  return findings.map((one) => `enemies: ${one}`);
}
