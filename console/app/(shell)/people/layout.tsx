'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import people from '#messages/es/people.json';
import scopes from '#messages/es/scopes.json';

const WORDS = { people, scopes };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
