'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import api from '#messages/es/api.json';
import scopes from '#messages/es/scopes.json';

const WORDS = { api, scopes };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
