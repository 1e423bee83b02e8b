import { Settings } from 'lucide-react';
import type { Area } from '#areas/area.ts';

export const settingsArea: Area = {
  id: 'settings',
  title: 'settings.title',
  href: '/settings',
  icon: Settings,
  scope: 'tenants:write',
  key: 's',
  group: 'company',
  live: { 'tenant.updated': ['/tenants', '/auth/me'] },
};
