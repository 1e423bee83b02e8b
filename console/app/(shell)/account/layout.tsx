'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import account from '#messages/es/account.json';

const WORDS = { account };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
