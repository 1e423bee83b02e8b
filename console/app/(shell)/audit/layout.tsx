'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import audit from '#messages/es/audit.json';
import events from '#messages/es/events.json';

const WORDS = { audit, events };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
