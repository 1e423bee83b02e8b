'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import events from '#messages/es/events.json';
import webhooks from '#messages/es/webhooks.json';

const WORDS = { events, webhooks };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
