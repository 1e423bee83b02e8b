'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import consents from '#messages/es/consents.json';
import privacy from '#messages/es/privacy.json';

const WORDS = { consents, privacy };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
