import { KeyRound, Plug } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const apiArea: Area = {
  id: 'api',
  title: 'api.title',
  href: '/api',
  icon: KeyRound,
  scope: 'keys:read',
  key: 'a',
  group: 'company',
  actions: [
    { id: 'api.new', title: 'api.newKey', icon: KeyRound, scope: 'keys:write', href: '/api?new=1' },
    {
      id: 'api.connect',
      title: 'api.tabs.connect',
      icon: Plug,
      scope: 'keys:read',
      href: '/api?tab=connect',
    },
  ],
};
