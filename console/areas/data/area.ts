import { Database } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const dataArea: Area = {
  id: 'data',
  title: 'data.title',
  href: '/data',
  icon: Database,
  scope: 'supabase:read',
  key: 't',
  group: 'work',
  live: { 'engine.reached': ['/supabase'] },
};
