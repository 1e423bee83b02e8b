'use client';

import type { ReactNode } from 'react';
import { AreaWords } from '#lib/i18n/area-words.tsx';
import consents from '#messages/es/consents.json';
import contacts from '#messages/es/contacts.json';
import duplicates from '#messages/es/duplicates.json';
import events from '#messages/es/events.json';
import fields from '#messages/es/fields.json';
import imports from '#messages/es/imports.json';

const WORDS = { consents, contacts, duplicates, events, fields, imports };

export default function Layout({ children }: { children: ReactNode }) {
  return <AreaWords words={WORDS}>{children}</AreaWords>;
}
