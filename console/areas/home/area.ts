import { House } from 'lucide-react';
import type { Area } from '#areas/area.ts';

const ENGINES = ['/engines'];

export const homeArea: Area = {
  id: 'home',
  title: 'home.title',
  href: '/',
  icon: House,
  key: 'h',
  group: 'work',
  live: {
    'engine.progressed': ENGINES,
    'engine.reached': ENGINES,
    'engine.failed': ENGINES,
    'engine.drifted': ENGINES,
    'tenant.updated': ['/tenants', '/auth/me'],
  },
};
