'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import setup from '#messages/es/setup.json';

const WORDS = { setup };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
