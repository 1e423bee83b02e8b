import { Blocks } from 'lucide-react';
import type { Area } from '#areas/area.ts';

const ENGINES = ['/engines'];

export const enginesArea: Area = {
  id: 'engines',
  title: 'engines.title',
  href: '/engines',
  icon: Blocks,
  scope: 'engines:read',
  key: 'e',
  group: 'company',
  live: {
    'engine.progressed': ENGINES,
    'engine.reached': ENGINES,
    'engine.failed': ENGINES,
    'engine.drifted': ENGINES,
    'engine.person_changed': ENGINES,
  },
};
